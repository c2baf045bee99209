#include <simdjson.h>

#include "base/text.h"
#include "data/sources/cell_table.h"
#include "data/sources/csv_scanner.h"
#include "data/sources/openers.h"
#include "data/sources/text_input.h"

namespace anneal::data {
namespace {

constexpr std::size_t kExcerptBytes = 200;

class CsvSource : public Source {
public:
    CsvSource(TextInput input, CsvDialect dialect, std::vector<std::string> names)
        : input_(std::move(input)), dialect_(dialect), names_(std::move(names)) {}
    std::string_view format() const override { return dialect_.delimiter == '\t' ? "tsv" : "csv"; }
    Conflict conflict() const override { return Conflict::toText; }
    double position() const override { return input_.position(); }
    Status rewind() override { return input_.rewind(); }
    OrderedJson details() const override {
        auto found = input_.details();
        found["dialect"] = toJson(dialect_);
        return found;
    }

    Result<std::optional<Block>> next() override {
        return input_.next(
            [&](std::string_view text, bool atEnd) { return atEnd ? text.size() : CsvScanner(text, dialect_, false).skipToLast(); });
    }

    Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const override {
        CellTable table(names_, expected, dialect_.decimal);
        const bool valid = simdjson::validate_utf8(block.text.data(), block.text.size());
        Parsed parsed;
        do {
            parsed = Parsed();
            const auto kept = readRows(block, valid, table, parsed);
            if (!table.restart()) {
                parsed.table = table.finish(kept);
                parsed.nulls = {names_.begin(), names_.end()};
                return parsed;
            }
        } while (true);
    }

private:
    std::int64_t readRows(const Block& block, bool valid, CellTable& table, Parsed& parsed) const {
        CsvScanner scanner(block.text, dialect_, true);
        std::string buffer;
        std::int64_t kept = 0;
        bool heading = block.first && dialect_.header;
        for (auto line = scanner.lines(); scanner.next(); line = scanner.lines()) {
            const auto record = scanner.record();
            if (record.empty()) continue;
            if (heading) {
                heading = false;
                continue;
            }
            ++parsed.rows;
            const auto& fields = scanner.fields();
            if (fields.size() != names_.size() || scanner.broken() || (!valid && !base::isValidUtf8(record))) {
                parsed.rejected.push_back(
                    {parsed.rows, line + 1, mistake(scanner), base::replaceInvalidUtf8(record.substr(0, kExcerptBytes))});
                continue;
            }
            for (std::size_t i = 0; i < fields.size(); ++i) table[i].append(fieldValue(fields[i], dialect_, buffer), fields[i].quoted);
            ++kept;
        }
        parsed.lines = scanner.lines();
        return kept;
    }

    std::string mistake(const CsvScanner& scanner) const {
        if (const auto at = base::firstInvalidUtf8(scanner.record()))
            return "invalid UTF-8 at byte " + std::to_string(*at + 1) + " of the row";
        if (scanner.broken()) return "a quote is not closed, or text follows it within the field";
        const auto count = scanner.fields().size();
        return std::to_string(count) + (count == 1 ? " field" : " fields") + " where the " +
               (dialect_.header ? "header has " : "first row has ") + std::to_string(names_.size());
    }

    TextInput input_;
    CsvDialect dialect_;
    std::vector<std::string> names_;
};

}  // namespace

Opened openCsv(const std::filesystem::path& file, const SourceOptions& options, bool tabs) {
    ANNEAL_TRY(input, TextInput::open(file, options, true));
    const auto sample = input.sample();
    CsvHints hints{options.delimiter, options.quote, options.header};
    if (tabs && hints.delimiter == 0) hints.delimiter = '\t';
    const auto dialect = detectDialect(sample, input.sampleIsWhole(), hints);
    CsvScanner scanner(sample, dialect, input.sampleIsWhole());
    while (scanner.next() && scanner.record().empty()) {
    }
    if (scanner.record().empty()) return fail("empty_data", file.string() + " holds no rows", "choose a file with rows");
    if (scanner.broken())
        return fail("data_unreadable", file.string() + ": the first row has a quote that is not closed",
                    "correct that row, or name the delimiter");
    std::vector<std::string> names;
    std::string buffer;
    for (const auto& field : scanner.fields()) names.emplace_back(dialect.header ? fieldValue(field, dialect, buffer) : std::string_view());
    return std::make_unique<CsvSource>(std::move(input), dialect, columnNames(names));
}

}  // namespace anneal::data
