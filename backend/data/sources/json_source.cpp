#include <algorithm>
#include <array>

#include "data/sources/json_rows.h"
#include "data/sources/openers.h"
#include "data/sources/text_input.h"

namespace anneal::data {
namespace {

/// Keys under which files keep their rows beside other fields.
constexpr std::array<std::string_view, 8> kRowKeys = {"data", "rows", "records", "items", "examples", "samples", "train", "dataset"};

struct Layout {
    JsonLayout kind = JsonLayout::lines;
    std::size_t skip = 0;       ///< bytes before the first row
    bool insideObject = false;  ///< the array is a member of an object
    bool anyValue = false;      ///< rows are not objects
};

std::string_view firstLine(std::string_view text) {
    const auto begin = skipSpace(text, 0);
    return text.substr(begin, text.find('\n', begin) - begin);
}

/// Where the rows' array begins inside a top-level object such as {"version": 1, "data": [{…}]}; npos if it has none.
std::size_t rowsArray(std::string_view text) {
    auto at = skipSpace(text, 0) + 1;
    for (;;) {
        at = skipSpace(text, at);
        if (at >= text.size() || text[at] != '"') return std::string_view::npos;
        const auto keyEnd = endOfValue(text, at);
        if (keyEnd == std::string_view::npos) return keyEnd;
        const auto key = text.substr(at + 1, keyEnd - at - 2);
        at = skipSpace(text, keyEnd);
        if (at >= text.size() || text[at] != ':') return std::string_view::npos;
        at = skipSpace(text, at + 1);
        if (at < text.size() && text[at] == '[' && std::find(kRowKeys.begin(), kRowKeys.end(), key) != kRowKeys.end()) {
            const auto element = skipSpace(text, at + 1);
            if (element < text.size() && text[element] == '{') return at;
        }
        const auto end = endOfValue(text, at);
        if (end == std::string_view::npos) return end;
        at = skipSpace(text, end);
        if (at >= text.size() || text[at] != ',') return std::string_view::npos;
        ++at;
    }
}

Layout detectLayout(std::string_view sample, bool namedLines) {
    Layout layout;
    const auto begin = skipSpace(sample, 0);
    if (begin >= sample.size()) return layout;
    const auto line = firstLine(sample);
    const auto second = firstLine(sample.substr(std::min(sample.size(), begin + line.size() + 1)));
    const char first = sample[begin];
    layout.anyValue = first != '{';
    if (first == '[') {
        const bool linesOfArrays = !second.empty() && (second[0] == '[' || second[0] == '{') && isJsonDocument(line);
        if (linesOfArrays) return layout;
        const auto element = skipSpace(sample, begin + 1);
        layout.kind = JsonLayout::array;
        layout.skip = begin + 1;
        layout.anyValue = element < sample.size() && sample[element] != '{';
        return layout;
    }
    if (first != '{') {
        if (!namedLines) layout.kind = JsonLayout::documents;
        return layout;
    }
    const bool lineIsRow = isJsonDocument(line);
    const bool many = lineIsRow && (namedLines || !second.empty());
    if (const auto array = rowsArray(sample); array != std::string_view::npos && !many) return {JsonLayout::array, array + 1, true, false};
    const bool secondIsRow = second.starts_with('{') && isJsonDocument(second);
    if (!namedLines && !lineIsRow && !secondIsRow) layout.kind = JsonLayout::documents;
    return layout;
}

class JsonSource : public Source {
public:
    JsonSource(TextInput input, Layout layout) : input_(std::move(input)), layout_(layout) {}
    std::string_view format() const override { return layout_.kind == JsonLayout::lines ? "jsonl" : "json"; }
    double position() const override { return input_.position(); }

    Status rewind() override {
        first_ = true;
        return input_.rewind();
    }
    Result<std::optional<Block>> next() override {
        const auto skip = first_ ? layout_.skip : 0;
        first_ = false;
        auto block = layout_.kind == JsonLayout::lines
                         ? input_.next(cutAtLine)
                         : input_.next([&](std::string_view text, bool atEnd) { return cutAtValue(text, skip, atEnd); });
        if (block && *block) (*block)->skip = skip;
        return block;
    }
    Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const override {
        if (layout_.kind == JsonLayout::lines) return parseJsonLines(block, expected, layout_.anyValue);
        return parseJsonValues(block, expected, layout_.kind, layout_.anyValue, layout_.insideObject);
    }

private:
    TextInput input_;
    Layout layout_;
    bool first_ = true;
};

}  // namespace

Result<std::unique_ptr<Source>> openJson(const std::filesystem::path& file, const SourceOptions& options, bool namedLines) {
    ANNEAL_TRY(input, TextInput::open(file, options.encoding, false, options.blockBytes));
    const auto layout = detectLayout(input.sample(), namedLines);
    return std::make_unique<JsonSource>(std::move(input), layout);
}

}  // namespace anneal::data
