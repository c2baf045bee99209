#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace anneal::base {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kSpaces = " \t\n\r\f\v";

/// Length of the valid sequence at `text`'s front; 0 if invalid, then `bad` is how many bytes one U+FFFD stands for
/// (the maximal subpart, as Unicode and Python have it).
std::size_t sequenceLength(std::string_view text, std::size_t& bad) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    bad = 1;
    if (first < 0x80) return 1;
    std::size_t length = 0;
    unsigned low = 0x80, high = 0xBF;
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        if (first == 0xE0) low = 0xA0;
        if (first == 0xED) high = 0x9F;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        if (first == 0xF0) low = 0x90;
        if (first == 0xF4) high = 0x8F;
    } else {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= text.size() || byte(i) < low || byte(i) > high) {
            bad = i;
            return 0;
        }
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string formatted(const char* pattern, double value, const char* unit) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), pattern, value, unit);
    return buffer.data();
}

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
    std::string text;
    for (const auto& part : parts) {
        if (&part != &parts.front()) text += separator;
        text += part;
    }
    return text;
}

std::string_view trim(std::string_view text) {
    const auto begin = text.find_first_not_of(kSpaces);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

std::string toLower(std::string_view text) {
    std::string lower(text);
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) {
    std::size_t at = 0, bad = 0;
    while (at < text.size()) {
        const auto length = sequenceLength(text.substr(at), bad);
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

bool isValidUtf8(std::string_view text) { return !firstInvalidUtf8(text); }

std::string replaceInvalidUtf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    std::size_t at = 0, bad = 0;
    while (at < text.size()) {
        const auto length = sequenceLength(text.substr(at), bad);
        if (length) {
            repaired += text.substr(at, length);
            at += length;
        } else {
            repaired += kReplacement;
            at += bad;
        }
    }
    return repaired;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    std::optional<std::string> best;
    std::size_t bestDistance = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        const auto distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string formatBytes(std::uint64_t bytes) {
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB"};
    double value = double(bytes);
    std::size_t unit = 0;
    while (value >= 1024 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    return formatted(unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s", value, units[unit]);
}

std::optional<std::uint64_t> parseBytes(std::string_view text) {
    static constexpr std::pair<std::string_view, double> units[] = {
        {"", 1},     {"b", 1},    {"k", 1024.0}, {"m", 0x1p20},   {"g", 0x1p30},   {"t", 0x1p40},   {"kb", 1e3},
        {"mb", 1e6}, {"gb", 1e9}, {"tb", 1e12},  {"kib", 1024.0}, {"mib", 0x1p20}, {"gib", 0x1p30}, {"tib", 0x1p40}};
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || value < 0) return {};
    const auto unit = toLower(trim(text.substr(std::size_t(parsed.ptr - text.data()))));
    for (const auto& [name, size] : units)
        if (name == unit && value * size < 0x1p63) return std::uint64_t(value * size);
    return {};
}

std::string formatDuration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return "–";
    if (seconds < 9.95) return formatted("%.1f %s", seconds, "s");
    const auto whole = static_cast<long long>(seconds + 0.5);
    std::array<char, 64> buffer{};
    if (whole < 60)
        std::snprintf(buffer.data(), buffer.size(), "%lld s", whole);
    else if (whole < 3600)
        std::snprintf(buffer.data(), buffer.size(), "%lld min %02lld s", whole / 60, whole % 60);
    else
        std::snprintf(buffer.data(), buffer.size(), "%lld h %02lld min", whole / 3600, whole % 3600 / 60);
    return buffer.data();
}

std::string formatCount(std::int64_t count) {
    auto digits = std::to_string(count);
    const std::size_t sign = count < 0 ? 1 : 0;
    for (auto at = std::ptrdiff_t(digits.size()) - 3; at > std::ptrdiff_t(sign); at -= 3) digits.insert(std::size_t(at), ",");
    return digits;
}

}  // namespace anneal::base
