#include "data/sources/json_rows.h"

#include <algorithm>
#include <cstring>

#include <arrow/table.h>

#include "base/json.h"
#include "base/text.h"

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
    RowParser(const Block& block, const arrow::Schema& expected, const JsonReading& reading)
        : end_(block.text.data() + block.text.size() + block.readable), columns_(expected, reading.rules), anyValue_(reading.anyValue) {}

    void parse(std::string_view row, std::int64_t line, std::string_view key = {}) {
        ++parsed_.rows;
        simdjson::dom::element value;
        if (!read(row, line, value)) return;
        if (!value.is_object() && !anyValue_)
            note(row, line, "the row is not an object");
        else if (auto reason = columns_.add(value, key); !reason.empty())
            note(row, line, std::move(reason));
    }
    void parseTable(std::string_view text) {
        simdjson::dom::element value;
        parsed_.rows = 1;
        if (!read(text, 1, value)) return;
        auto reason = value.is_object() ? columns_.addTable(value.get_object().value_unsafe()) : std::string("the text is not an object");
        if (!reason.empty())
            note(text, 1, std::move(reason));
        else
            parsed_.rows = columns_.rows();
    }
    void note(std::string_view row, std::int64_t line, std::string reason) {
        parsed_.rejected.push_back({parsed_.rows, line, std::move(reason), base::replaceInvalidUtf8(row.substr(0, kExcerptBytes)), {}});
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
    bool read(std::string_view row, std::int64_t line, simdjson::dom::element& value) {
        const bool roomBehind = row.data() + row.size() + simdjson::SIMDJSON_PADDING <= end_;
        const auto error = parser_.parse(row.data(), row.size(), !roomBehind).get(value);
        if (error) note(row, line, jsonMistake(row, simdjson::error_message(error)));
        return !error;
    }
    const char* end_;
    simdjson::dom::parser parser_;
    JsonColumns columns_;
    bool anyValue_;
    Parsed parsed_;
};

void parseLines(std::string_view text, RowParser& rows) {
    std::int64_t line = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto* newline = static_cast<const char*>(std::memchr(text.data() + begin, '\n', text.size() - begin));
        const auto end = newline ? std::size_t(newline - text.data()) : text.size();
        ++line;
        if (const auto row = trimmed(text.substr(begin, end - begin)); !row.empty()) rows.parse(row, line);
        begin = end + 1;
    }
}

/// Values between commas up to the closing bracket (after it nothing, or the rest of the object around the array), or one after another.
class ValuesParser {
public:
    ValuesParser(const Block& block, const JsonReading& reading, RowParser& rows)
        : text_(block.text), block_(block), reading_(reading), rows_(rows), members_(reading.layout == JsonLayout::members) {}

    void run() {
        const bool bracketed = members_ || reading_.layout == JsonLayout::array;
        const char closing = members_ ? '}' : ']';
        auto at = skipSpace(text_, block_.skip);
        bool comma = false;
        while (at < text_.size()) {
            if (bracketed && text_[at] == closing) {
                if (comma) rows_.reject(text_.substr(at, 1), lineAt(at), "a comma before the end of the list of rows");
                return endList(at);
            }
            const auto value = members_ ? memberValue(text_, at) : at;
            if (value == std::string_view::npos)
                return rows_.reject(text_.substr(at), lineAt(at),
                                    "a key and its value are expected: " + jsonMistake(text_.substr(at), "the text ends within them"));
            const auto end = endOfValue(text_, value);
            if (end == std::string_view::npos)
                return rows_.reject(text_.substr(at), lineAt(at),
                                    "the value is not closed: " + jsonMistake(text_.substr(value), "the text ends within it"));
            rows_.parse(text_.substr(value, end - value), lineAt(at), members_ ? keyAt(at) : std::string_view());
            const auto next = skipSpace(text_, end);
            at = next;
            comma = false;
            if (!bracketed) {
                if (next < text_.size() && text_.substr(end, next - end).find('\n') == std::string_view::npos &&
                    !text_.substr(end - 1).starts_with('}'))
                    rows_.reject(text_.substr(next), lineAt(next), "text after the value on the same line");
            } else if (next < text_.size() && text_[next] == ',') {
                comma = true;
                at = skipSpace(text_, next + 1);
            } else if (next < text_.size() && text_[next] != closing) {
                rows_.reject(text_.substr(next), lineAt(next), "a comma is missing between two values");
            }
        }
        if (bracketed && block_.last) rows_.reject({}, lineAt(text_.size()), "the list of rows is not closed");
    }

private:
    std::string_view keyAt(std::size_t at) const { return text_.substr(at, endOfValue(text_, at) - at); }
    std::int64_t lineAt(std::size_t at) {
        line_ += countLines(text_.substr(counted_, at - counted_));
        counted_ = at;
        return line_;
    }
    void endList(std::size_t at) {
        const auto rest = trimmed(text_.substr(at + 1));
        const bool fits = reading_.insideObject ? isJsonDocument("{\"rows\":[]" + std::string(rest)) : rest.empty();
        if (!fits) rows_.reject(rest, lineAt(at), "text after the end of the list of rows");
    }

    std::string_view text_;
    const Block& block_;
    const JsonReading& reading_;
    RowParser& rows_;
    bool members_;
    std::int64_t line_ = 1;
    std::size_t counted_ = 0;
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

std::size_t memberValue(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != '"') return std::string_view::npos;
    const auto keyEnd = endOfValue(text, at);
    if (keyEnd == std::string_view::npos) return keyEnd;
    const auto colon = skipSpace(text, keyEnd);
    if (colon >= text.size() || text[colon] != ':') return std::string_view::npos;
    const auto value = skipSpace(text, colon + 1);
    return value < text.size() ? value : std::string_view::npos;
}

Parsed parseJson(const Block& block, const arrow::Schema& expected, const JsonReading& reading) {
    RowParser rows(block, expected, reading);
    switch (reading.layout) {
        case JsonLayout::lines: parseLines(block.text, rows); break;
        case JsonLayout::table: rows.parseTable(block.text); break;
        default: ValuesParser(block, reading, rows).run();
    }
    return rows.finish(block.text);
}

std::size_t cutAtValue(std::string_view text, std::size_t skip, bool members, bool atEnd) {
    if (atEnd) return text.size();
    std::size_t cut = 0;
    auto at = skip;
    for (;;) {
        at = skipSpace(text, at);
        if (at >= text.size() || text[at] == ']' || (members && text[at] == '}')) return cut;
        const auto value = members ? memberValue(text, at) : at;
        if (value == std::string_view::npos) return cut;
        const auto end = endOfValue(text, value);
        if (end == std::string_view::npos || end >= text.size()) return cut;
        at = skipSpace(text, end);
        if (at >= text.size()) return cut;
        if (text[at] == ',') ++at;
        cut = at;
    }
}

}  // namespace anneal::data
