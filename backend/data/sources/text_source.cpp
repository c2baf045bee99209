#include <algorithm>

#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/sources/openers.h"
#include "data/sources/text_input.h"

namespace anneal::data {
namespace {

constexpr std::string_view kEndOfText = "<|endoftext|>";
constexpr std::string_view kBlankLine = "\n\n";

/// "" makes the whole file one row.
std::string separatorOf(std::string_view sample, const std::string& wanted) {
    if (wanted == "line") return "\n";
    if (wanted == "paragraph") return std::string(kBlankLine);
    if (wanted == "file") return "";
    if (!wanted.empty()) return wanted;
    if (sample.find(kEndOfText) != std::string_view::npos) return std::string(kEndOfText);
    std::size_t paragraphs = 0;
    for (auto at = sample.find(kBlankLine); at != std::string_view::npos && paragraphs < 3; at = sample.find(kBlankLine, at + 2))
        ++paragraphs;
    return paragraphs >= 3 ? std::string(kBlankLine) : "\n";
}

/// Pieces between separators, without the line ends around them; one "text" column.
class TextSource : public Source {
public:
    TextSource(TextInput input, std::string separator) : input_(std::move(input)), separator_(std::move(separator)) {}
    std::string_view format() const override { return "text"; }
    Conflict conflict() const override { return Conflict::toText; }
    double position() const override { return input_.position(); }
    Status rewind() override { return input_.rewind(); }
    OrderedJson details() const override {
        auto found = input_.details();
        found["split_on"] = separator_.empty() ? "file" : separator_ == "\n" ? "line" : separator_ == kBlankLine ? "paragraph" : separator_;
        return found;
    }

    Result<std::optional<Block>> next() override {
        return input_.next([&](std::string_view text, bool atEnd) {
            if (atEnd) return text.size();
            if (separator_.empty()) return std::size_t(0);
            const auto last = text.rfind(separator_);
            return last == std::string_view::npos ? 0 : last + separator_.size();
        });
    }

    Result<Parsed> parse(const Block& block, const arrow::Schema&) const override {
        Parsed parsed;
        arrow::StringBuilder texts;
        std::int64_t line = 1;
        const auto all = block.text;
        for (std::size_t begin = 0; begin < all.size();) {
            const auto found = separator_.empty() ? std::string_view::npos : all.find(separator_, begin);
            const auto end = found == std::string_view::npos ? all.size() : found;
            const auto next = found == std::string_view::npos ? all.size() : found + separator_.size();
            auto piece = all.substr(begin, end - begin);
            auto start = line;
            line += std::count(all.begin() + std::ptrdiff_t(begin), all.begin() + std::ptrdiff_t(next), '\n');
            begin = next;
            for (; piece.starts_with('\n') || piece.starts_with('\r'); piece.remove_prefix(1)) start += piece.front() == '\n';
            while (piece.ends_with('\n') || piece.ends_with('\r')) piece.remove_suffix(1);
            if (piece.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
            ++parsed.rows;
            if (const auto at = base::firstInvalidUtf8(piece)) {
                parsed.rejected.push_back({parsed.rows, start, "invalid UTF-8 at byte " + std::to_string(*at + 1) + " of the row",
                                           base::replaceInvalidUtf8(piece.substr(0, 200))});
            } else if (const auto status = texts.Append(piece); !status.ok()) {
                return fail("data_unreadable", "a text is too long: " + status.ToString(), "split the file, or choose another separator");
            }
        }
        parsed.lines = line - 1;
        std::shared_ptr<arrow::Array> array;
        if (const auto status = texts.Finish(&array); !status.ok()) return fail("out_of_memory", status.ToString());
        parsed.table = arrow::Table::Make(arrow::schema({makeField("text", ColumnType::text)}), {array});
        return parsed;
    }

private:
    TextInput input_;
    std::string separator_;
};

}  // namespace

Opened openText(const std::filesystem::path& file, const SourceOptions& options) {
    ANNEAL_TRY(input, TextInput::open(file, options, true));
    auto separator = separatorOf(input.sample(), options.splitOn);
    return std::make_unique<TextSource>(std::move(input), std::move(separator));
}

}  // namespace anneal::data
