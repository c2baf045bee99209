#include "data/sources/json_rows.h"

#include <algorithm>
#include <cstring>

#include <arrow/table.h>

#include "base/json.h"
#include "base/text.h"
#include "data/sources/json_columns.h"

namespace anneal::data {
namespace {

constexpr std::size_t kExcerptBytes = 200;
constexpr std::string_view kSpace = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

std::int64_t countLines(std::string_view text) { return std::count(text.begin(), text.end(), '\n'); }

/// Parses rows one by one into columns and notes those it cannot take.
class RowParser {
public:
    RowParser(const Block& block, const arrow::Schema& expected, bool anyValue)
        : end_(block.text.data() + block.text.size() + block.readable), columns_(expected), anyValue_(anyValue) {}

    void parse(std::string_view row, std::int64_t line) {
        ++parsed_.rows;
        simdjson::dom::element value;
        const bool roomBehind = row.data() + row.size() + simdjson::SIMDJSON_PADDING <= end_;
        if (const auto error = parser_.parse(row.data(), row.size(), !roomBehind).get(value)) {
            note(row, line, jsonMistake(row, simdjson::error_message(error)));
        } else if (!value.is_object() && !anyValue_) {
            note(row, line, "the row is not an object");
        } else {
            columns_.add(value);
        }
    }
    void note(std::string_view row, std::int64_t line, std::string reason) {
        parsed_.rejected.push_back({parsed_.rows, line, std::move(reason), base::replaceInvalidUtf8(row.substr(0, kExcerptBytes))});
    }
    /// A part of the text that is no row of its own.
    void reject(std::string_view text, std::int64_t line, std::string reason) {
        ++parsed_.rows;
        note(text, line, std::move(reason));
    }
    Parsed finish(std::string_view text) {
        parsed_.table = columns_.finish();
        parsed_.nulls = columns_.nulls();
        parsed_.lines = countLines(text);
        return std::move(parsed_);
    }

private:
    const char* end_;
    simdjson::dom::parser parser_;
    JsonColumns columns_;
    bool anyValue_;
    Parsed parsed_;
};

}  // namespace

std::size_t skipSpace(std::string_view text, std::size_t begin) {
    const auto found = text.find_first_not_of(kSpace, begin);
    return found == std::string_view::npos ? text.size() : found;
}

std::size_t endOfValue(std::string_view text, std::size_t begin) {
    const auto endOfString = [&](std::size_t i) {
        for (++i; i < text.size(); ++i) {
            if (text[i] == '\\')
                ++i;
            else if (text[i] == '"')
                return i + 1;
        }
        return std::string_view::npos;
    };
    if (begin >= text.size()) return std::string_view::npos;
    const char first = text[begin];
    if (first == '"') return endOfString(begin);
    if (first != '{' && first != '[') {
        const auto end = text.find_first_of(",]}[{\" \t\r\n", begin + 1);
        return end == std::string_view::npos ? text.size() : end;
    }
    std::size_t depth = 0;
    for (auto i = begin; i < text.size();) {
        switch (text[i]) {
            case '"':
                i = endOfString(i);
                if (i == std::string_view::npos) return i;
                continue;
            case '{':
            case '[': ++depth; break;
            case '}':
            case ']':
                if (--depth == 0) return i + 1;
                break;
            default: break;
        }
        ++i;
    }
    return std::string_view::npos;
}

bool isJsonDocument(std::string_view text) {
    simdjson::dom::parser parser;
    simdjson::dom::element value;
    return parser.parse(text.data(), text.size()).get(value) == simdjson::SUCCESS;
}

std::string jsonMistake(std::string_view text, const std::string& otherwise) {
    if (const auto at = base::firstInvalidUtf8(text)) return "invalid UTF-8 at byte " + std::to_string(*at + 1) + " of the row";
    if (text.size() > (std::size_t(1) << 20)) return otherwise;
    const auto parsed = base::parseJson(text);
    if (parsed) return otherwise;
    constexpr std::string_view kFirstLine = "line 1, ";  // of the row; the rejection names the file's
    const auto& message = parsed.error().message;
    return message.starts_with(kFirstLine) ? message.substr(kFirstLine.size()) : message;
}

Parsed parseJsonLines(const Block& block, const arrow::Schema& expected, bool anyValue) {
    RowParser rows(block, expected, anyValue);
    const auto text = block.text;
    std::int64_t line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto* newline = static_cast<const char*>(std::memchr(text.data() + begin, '\n', text.size() - begin));
        const auto end = newline ? std::size_t(newline - text.data()) : text.size();
        ++line;
        if (const auto row = trimmed(text.substr(begin, end - begin)); !row.empty()) rows.parse(row, line);
        begin = end + 1;
    }
    return rows.finish(text);
}

Parsed parseJsonValues(const Block& block, const arrow::Schema& expected, JsonLayout layout, bool anyValue, bool insideObject) {
    RowParser rows(block, expected, anyValue);
    const auto text = block.text;
    const bool array = layout == JsonLayout::array;
    std::int64_t line = 1;
    std::size_t counted = 0;
    const auto lineAt = [&](std::size_t at) {
        line += countLines(text.substr(counted, at - counted));
        counted = at;
        return line;
    };
    auto at = skipSpace(text, block.skip);
    bool comma = false, closed = false;
    while (at < text.size()) {
        if (array && text[at] == ']') {
            if (comma) rows.reject(text.substr(at, 1), lineAt(at), "a comma before the end of the array");
            closed = true;
            const auto rest = trimmed(text.substr(at + 1));
            const bool fits = insideObject ? isJsonDocument("{\"rows\":[]" + std::string(rest)) : rest.empty();
            if (!fits) rows.reject(rest, lineAt(at), "text after the end of the array");
            break;
        }
        const auto end = endOfValue(text, at);
        if (end == std::string_view::npos) {
            rows.reject(text.substr(at), lineAt(at), "the value is not closed: " + jsonMistake(text.substr(at), "the text ends within it"));
            at = text.size();
            closed = true;
            break;
        }
        rows.parse(text.substr(at, end - at), lineAt(at));
        const auto next = skipSpace(text, end);
        comma = false;
        at = next;
        if (!array) {
            if (next < text.size() && text.substr(end, next - end).find('\n') == std::string_view::npos)
                rows.reject(text.substr(next), lineAt(next), "text after the value on the same line");
            continue;
        }
        if (next >= text.size() || text[next] == ']') continue;
        if (text[next] == ',') {
            comma = true;
            at = skipSpace(text, next + 1);
        } else {
            rows.reject(text.substr(next), lineAt(next), "a comma is missing between two values");
        }
    }
    if (array && block.last && !closed) rows.reject(text.substr(text.size()), lineAt(text.size()), "the array is not closed");
    return rows.finish(text);
}

std::size_t cutAtValue(std::string_view text, std::size_t skip, bool atEnd) {
    if (atEnd) return text.size();
    std::size_t cut = 0;
    auto at = skip;
    for (;;) {
        at = skipSpace(text, at);
        if (at >= text.size() || text[at] == ']') return cut;
        const auto end = endOfValue(text, at);
        if (end == std::string_view::npos || end >= text.size()) return cut;
        at = skipSpace(text, end);
        if (at >= text.size()) return cut;
        if (text[at] == ',') ++at;
        cut = at;
    }
}

}  // namespace anneal::data
