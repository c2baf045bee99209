#include "data/sources/csv_dialect.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <set>

namespace anneal::data {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string_view> firstRecords(std::string_view text, bool whole, const CsvDialect& dialect, std::size_t count) {
    std::vector<std::string_view> records;
    for (std::size_t begin = 0; begin < text.size() && records.size() < count;) {
        auto end = endOfRecord(text, begin, dialect);
        if (end == std::string_view::npos) {
            if (!whole && !records.empty()) break;
            end = text.size();
        }
        auto record = text.substr(begin, end - begin);
        while (!record.empty() && (record.back() == '\n' || record.back() == '\r')) record.remove_suffix(1);
        if (!record.empty()) records.push_back(record);
        begin = end;
    }
    return records;
}

/// 0 where the delimiter does not divide; higher for more fields that are the same in number from record to record.
double evenness(std::string_view sample, bool whole, const CsvDialect& dialect) {
    std::vector<std::size_t> counts;
    std::vector<CsvField> fields;
    std::size_t broken = 0;
    for (const auto record : firstRecords(sample, whole, dialect, 50)) {
        if (!splitRecord(record, dialect, fields)) ++broken;
        counts.push_back(fields.size());
    }
    if (counts.empty()) return 0;
    std::vector<std::size_t> sorted = counts;
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(sorted.size() / 2), sorted.end());
    const auto usual = sorted[sorted.size() / 2];
    if (usual < 2) return 0;
    const auto same = double(std::count(counts.begin(), counts.end(), usual)) - double(broken);
    return std::max(0.0, same / double(counts.size())) * (1 + 0.02 * double(std::min<std::size_t>(usual, 20)));
}

bool looksLikeHeader(const std::vector<CsvField>& fields, char quote) {
    std::set<std::string> names;
    std::string buffer;
    for (const auto& field : fields) {
        const auto value = fieldValue(field, quote, buffer);
        if (value.size() > 100 || isReal(value) || isBoolean(value) || !names.insert(std::string(value)).second) return false;
        if (value.empty() && fields.size() == 1) return false;
    }
    return true;
}

}  // namespace

std::size_t endOfRecord(std::string_view text, std::size_t begin, const CsvDialect& dialect) {
    const auto lineEnd = [&](std::size_t from) {
        const auto* found =
            from < text.size() ? static_cast<const char*>(std::memchr(text.data() + from, '\n', text.size() - from)) : nullptr;
        return found ? std::size_t(found - text.data()) + 1 : std::string_view::npos;
    };
    const auto line = lineEnd(begin);
    const auto limit = line == std::string_view::npos ? text.size() : line;
    if (!std::memchr(text.data() + begin, dialect.quote, limit - begin)) return line;
    bool fieldStart = true;
    for (auto i = begin; i < text.size();) {
        const char c = text[i];
        if (fieldStart && c == dialect.quote) {
            for (++i;; ++i) {
                const auto* found =
                    i < text.size() ? static_cast<const char*>(std::memchr(text.data() + i, dialect.quote, text.size() - i)) : nullptr;
                if (!found) return text.size() - begin > kLongestRecord ? line : std::string_view::npos;
                i = std::size_t(found - text.data());
                if (i - begin > kLongestRecord) return line;
                if (i + 1 < text.size() && text[i + 1] == dialect.quote)
                    ++i;
                else
                    break;
            }
            ++i;
            fieldStart = false;
            continue;
        }
        ++i;
        if (c == '\n') return i;
        fieldStart = c == dialect.delimiter;
    }
    return std::string_view::npos;
}

bool splitRecord(std::string_view record, const CsvDialect& dialect, std::vector<CsvField>& fields) {
    fields.clear();
    for (std::size_t at = 0;;) {
        CsvField field;
        if (at < record.size() && record[at] == dialect.quote) {
            field.quoted = true;
            const auto begin = ++at;
            for (;; ++at) {
                at = record.find(dialect.quote, at);
                if (at == std::string_view::npos) return false;
                if (at + 1 < record.size() && record[at + 1] == dialect.quote) {
                    field.doubled = true;
                    ++at;
                } else {
                    break;
                }
            }
            field.text = record.substr(begin, at - begin);
            ++at;
            if (at < record.size() && record[at] != dialect.delimiter) return false;
        } else {
            const auto end = std::min(record.find(dialect.delimiter, at), record.size());
            field.text = record.substr(at, end - at);
            at = end;
        }
        fields.push_back(field);
        if (at >= record.size()) return true;
        ++at;
    }
}

std::string_view fieldValue(const CsvField& field, char quote, std::string& buffer) {
    if (!field.doubled) return field.text;
    buffer.clear();
    for (std::size_t i = 0; i < field.text.size(); ++i) {
        buffer += field.text[i];
        if (field.text[i] == quote) ++i;
    }
    return buffer;
}

CsvDialect detectDialect(std::string_view sample, bool sampleIsWhole, char delimiter) {
    CsvDialect best;
    if (delimiter != 0) {
        best.delimiter = delimiter;
    } else {
        double most = 0;
        for (const char candidate : {',', '\t', ';', '|'}) {
            CsvDialect dialect;
            dialect.delimiter = candidate;
            const auto score = evenness(sample, sampleIsWhole, dialect);
            if (score > most) {
                most = score;
                best = dialect;
            }
        }
    }
    const auto records = firstRecords(sample, sampleIsWhole, best, 1);
    std::vector<CsvField> fields;
    best.header = !records.empty() && splitRecord(records[0], best, fields) && looksLikeHeader(fields, best.quote);
    return best;
}

bool isInteger(std::string_view text) {
    auto digits = text;
    if (digits.starts_with('-')) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 19 || !std::all_of(digits.begin(), digits.end(), isDigit)) return false;
    if (digits[0] == '0' && (digits.size() > 1 || text.size() > 1)) return false;
    std::int64_t value = 0;
    return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
}

bool isReal(std::string_view text) {
    auto body = text;
    if (body.starts_with('-')) body.remove_prefix(1);
    if (body.empty() || !(isDigit(body[0]) || (body[0] == '.' && body.size() > 1))) return false;
    if (body.size() > 1 && body[0] == '0' && isDigit(body[1])) return false;  // 007 is a name, not a number
    std::size_t digits = 0;
    bool fraction = false;
    for (const char c : body) {
        if (c == 'e' || c == 'E') break;
        digits += isDigit(c);
        fraction |= c == '.';
    }
    if (digits > 17 || (!fraction && digits > 15 && !isInteger(text))) return false;
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && std::isfinite(value);
}

bool isBoolean(std::string_view text) {
    return text == "true" || text == "false" || text == "True" || text == "False" || text == "TRUE" || text == "FALSE";
}

bool isMissing(std::string_view text) {
    static constexpr std::array<std::string_view, 9> words = {"", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "#N/A"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace anneal::data
