#include "data/sources/cell.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <string>

namespace anneal::data {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Exactly `count` digits.
std::optional<int> digitsAt(std::string_view text, std::size_t begin, std::size_t count) {
    if (begin + count > text.size()) return {};
    int value = 0;
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (!isDigit(text[i])) return {};
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

std::optional<std::int64_t> integerOf(std::string_view text) {
    const bool negative = text.starts_with('-');
    const auto digits = text.substr(negative ? 1 : 0);
    if (digits.empty() || digits.size() > 19 || (digits[0] == '0' && text.size() > 1)) return {};
    if (digits.size() < 19) {
        std::int64_t value = 0;
        for (const char c : digits) {
            if (!isDigit(c)) return {};
            value = value * 10 + (c - '0');
        }
        return negative ? -value : value;
    }
    std::int64_t value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return {};
    return value;
}

std::optional<double> realOf(std::string_view text, char decimal) {
    const auto body = text.substr(text.starts_with('-') ? 1 : 0);
    if (body.empty() || body.size() > 40 || !(isDigit(body[0]) || (body[0] == decimal && body.size() > 1))) return {};
    if (body.size() > 1 && body[0] == '0' && isDigit(body[1])) return {};
    std::array<char, 48> point{};
    std::size_t digits = 0;
    bool fraction = false, mantissa = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto c = text[i];
        if (c == 'e' || c == 'E') mantissa = false;
        if (mantissa && isDigit(c)) ++digits;
        if (c == decimal) {
            fraction = true;
            c = '.';
        } else if (c == '.') {
            return {};
        }
        point[i] = c;
    }
    if (digits > 17 || (!fraction && digits > 15 && !integerOf(text))) return {};
    double value = 0;
    const auto parsed = std::from_chars(point.data(), point.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != point.data() + text.size() || !std::isfinite(value)) return {};
    return value;
}

std::optional<bool> booleanOf(std::string_view text) {
    if (text == "true" || text == "True" || text == "TRUE") return true;
    if (text == "false" || text == "False" || text == "FALSE") return false;
    return {};
}

std::optional<std::int32_t> dateOf(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto year = digitsAt(text, 0, 4), month = digitsAt(text, 5, 2), day = digitsAt(text, 8, 2);
    if (!year || !month || !day) return {};
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                           std::chrono::day(unsigned(*day))};
    if (!date.ok()) return {};
    return std::int32_t(std::chrono::sys_days(date).time_since_epoch().count());
}

std::optional<std::int64_t> timestampOf(std::string_view text) {
    if (text.size() < 19 || (text[10] != ' ' && text[10] != 'T') || text[13] != ':' || text[16] != ':') return {};
    const auto date = dateOf(text.substr(0, 10));
    const auto hour = digitsAt(text, 11, 2), minute = digitsAt(text, 14, 2), second = digitsAt(text, 17, 2);
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return {};
    std::int64_t micro = 0;
    if (text.size() > 19) {
        const auto fraction = text.substr(20);
        if (text[19] != '.' || fraction.empty() || fraction.size() > 6) return {};
        const auto value = digitsAt(text, 20, fraction.size());
        if (!value) return {};
        micro = *value;
        for (auto i = fraction.size(); i < 6; ++i) micro *= 10;
    }
    return (((std::int64_t(*date) * 24 + *hour) * 60 + *minute) * 60 + *second) * 1'000'000 + micro;
}

bool isMissing(std::string_view text) {
    static constexpr std::array<std::string_view, 8> words = {"NA", "N/A", "NaN", "nan", "null", "NULL", "None", "#N/A"};
    if (text.empty()) return true;
    if (text.size() > 4) return false;
    return std::find(words.begin(), words.end(), text) != words.end();
}

ColumnType typeOfCell(std::string_view text, char decimal) {
    if (isMissing(text)) return ColumnType::null;
    if (integerOf(text)) return ColumnType::integer;
    if (realOf(text, decimal)) return ColumnType::real;
    if (booleanOf(text)) return ColumnType::boolean;
    if (dateOf(text)) return ColumnType::date;
    if (timestampOf(text)) return ColumnType::timestamp;
    return ColumnType::text;
}

}  // namespace anneal::data
