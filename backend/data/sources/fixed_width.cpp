#include "data/sources/fixed_width.h"

#include <algorithm>

#include <arrow/table.h>

#include "base/text.h"
#include "data/sources/cell.h"
#include "data/sources/cell_table.h"
#include "data/sources/openers.h"
#include "data/sources/text_input.h"

namespace anneal::data {
namespace {

constexpr std::size_t kFewestLines = 5;
constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kExcerptBytes = 200;

/// Bytes of the character that begins with this one.
std::size_t characterBytes(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Visits the lines that are not blank, without their ends.
template <class Visit>
void forEachLine(std::string_view text, bool whole, Visit&& visit) {
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find('\n', begin);
        if (end == std::string_view::npos && !whole && begin > 0) return;
        auto line = text.substr(begin, std::min(end, text.size()) - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(' ') != std::string_view::npos) visit(line);
        begin = end == std::string_view::npos ? text.size() : end + 1;
    }
}

std::vector<std::string_view> valuesOf(std::string_view line, const std::vector<int>& widths) {
    std::vector<std::string_view> cells;
    splitAtWidths(line, widths, cells);
    return cells;
}

bool isHeader(const std::vector<std::string_view>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](auto cell) { return typeOfCell(cell) == ColumnType::text; });
}

class FixedWidthSource : public Source {
public:
    FixedWidthSource(TextInput input, std::vector<int> widths, bool header, std::vector<std::string> names)
        : input_(std::move(input)), widths_(std::move(widths)), header_(header), names_(std::move(names)) {}
    std::string_view format() const override { return "fixed_width"; }
    Conflict conflict() const override { return Conflict::toText; }
    double position() const override { return input_.position(); }
    Status rewind() override { return input_.rewind(); }
    Result<std::optional<Block>> next() override { return input_.next(cutAtLine); }
    OrderedJson details() const override {
        auto found = input_.details();
        found["dialect"] = {{"widths", widths_}, {"header", header_}};
        return found;
    }
    Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const override {
        CellTable table(names_, expected);
        Parsed parsed;
        std::int64_t kept = 0;
        do {
            parsed = Parsed();
            kept = readRows(block, table, parsed);
        } while (table.restart());
        parsed.table = table.finish(kept);
        parsed.nulls = {names_.begin(), names_.end()};
        return parsed;
    }

private:
    std::int64_t readRows(const Block& block, CellTable& table, Parsed& parsed) const {
        std::int64_t kept = 0;
        bool heading = block.first && header_;
        std::vector<std::string_view> cells;
        const char* counted = block.text.data();
        forEachLine(block.text, true, [&](std::string_view line) {
            parsed.lines += std::count(counted, line.data(), '\n');
            counted = line.data();
            if (heading) {
                heading = false;
                return;
            }
            ++parsed.rows;
            std::string reason;
            if (const auto at = base::firstInvalidUtf8(line))
                reason = "invalid UTF-8 at byte " + std::to_string(*at + 1) + " of the row";
            else if (!splitAtWidths(line, widths_, cells))
                reason = "a value lies across the border between two columns";
            if (!reason.empty()) {
                parsed.rejected.push_back({parsed.rows, parsed.lines + 1, reason, base::replaceInvalidUtf8(line.substr(0, kExcerptBytes))});
                return;
            }
            for (std::size_t i = 0; i < cells.size(); ++i) table[i].append(cells[i], false);
            ++kept;
        });
        parsed.lines += std::count(counted, block.text.data() + block.text.size(), '\n');
        return kept;
    }

    TextInput input_;
    std::vector<int> widths_;
    bool header_;
    std::vector<std::string> names_;
};

}  // namespace

std::vector<int> detectWidths(std::string_view sample, bool sampleIsWhole) {
    std::vector<bool> used;
    std::size_t lines = 0, shortest = std::string_view::npos;
    bool tabs = false;
    forEachLine(sample, sampleIsWhole, [&](std::string_view line) {
        ++lines;
        std::size_t column = 0, last = 0;
        for (std::size_t i = 0; i < line.size(); i += characterBytes(line[i]), ++column) {
            tabs |= line[i] == '\t';
            if (used.size() <= column) used.resize(column + 1);
            if (line[i] == ' ') continue;
            used[column] = true;
            last = column;
        }
        shortest = std::min(shortest, last);
    });
    if (lines < kFewestLines || tabs) return {};
    // Runs of places that some line uses, parted by places that none does.
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) continue;
        if (runs.empty() || runs.back().second != i) runs.emplace_back(i, i);
        runs.back().second = i + 1;
    }
    if (runs.size() < kFewestColumns || shortest < runs.back().first) return {};
    std::vector<bool> numeric(runs.size(), true);
    std::vector<int> widths;
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
        widths.push_back(int(runs[i].second - begin));
        begin = runs[i].second;
    }
    widths.push_back(int(used.size() - begin));
    bool first = true;
    forEachLine(sample, sampleIsWhole, [&](std::string_view line) {
        const auto cells = valuesOf(line, widths);
        for (std::size_t i = 0; i < cells.size() && !first; ++i)
            numeric[i] = numeric[i] && !isMissing(cells[i]) && (realOf(cells[i]) || integerOf(cells[i]));
        first = false;
    });
    return std::count(numeric.begin(), numeric.end(), true) > 0 ? widths : std::vector<int>();
}

bool splitAtWidths(std::string_view line, const std::vector<int>& widths, std::vector<std::string_view>& cells) {
    cells.clear();
    bool clean = true;
    std::size_t at = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto begin = at;
        for (int width = 0; width < widths[i] && at < line.size(); ++width) at += characterBytes(line[at]);
        at = i + 1 == widths.size() ? line.size() : std::min(at, line.size());
        clean = clean && (at == 0 || at >= line.size() || line[at - 1] == ' ' || line[at] == ' ');
        cells.push_back(base::trim(line.substr(begin, at - begin)));
    }
    return clean;
}

Opened openFixedWidth(const std::filesystem::path& file, const SourceOptions& options) {
    ANNEAL_TRY(input, TextInput::open(file, options, true));
    auto widths = options.widths.empty() ? detectWidths(input.sample(), input.sampleIsWhole()) : options.widths;
    if (widths.empty())
        return fail("format_unknown", file.string() + " shows no columns of fixed width", "name them, e.g. --widths 6,5,9,3,8");
    std::vector<std::string_view> first;
    forEachLine(input.sample(), true, [&](std::string_view line) {
        if (first.empty()) splitAtWidths(line, widths, first);
    });
    if (first.empty()) return fail("empty_data", file.string() + " holds no rows", "choose a file with rows");
    const bool header = options.header.value_or(isHeader(first));
    std::vector<std::string> names;
    for (const auto cell : first) names.emplace_back(header ? cell : std::string_view());
    return std::make_unique<FixedWidthSource>(std::move(input), std::move(widths), header, columnNames(names));
}

}  // namespace anneal::data
