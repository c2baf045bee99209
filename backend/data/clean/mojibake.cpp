#include "data/clean/mojibake.h"

#include <array>
#include <cstdint>
#include <vector>

#include <unicode/utf8.h>

#include "base/text.h"

namespace anneal::data {
namespace {

constexpr int kMostReadings = 3;

// windows-1252 for bytes 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

/// The byte that windows-1252 (or Latin-1, where that has none) shows as `c`; -1 if no byte does, or it is ASCII.
int byteOf(UChar32 c) {
    if (c >= 0x80 && c <= 0xFF) return c;
    for (std::size_t i = 0; i < kWindows1252.size(); ++i)
        if (kWindows1252[i] == c && c != 0) return int(0x80 + i);
    return -1;
}

/// Bytes from `at` that form one well-formed multi-byte UTF-8 character; 0 if none.
std::size_t characterLength(const std::string& bytes, std::size_t at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || at + length > bytes.size()) return 0;
    return base::isValidUtf8(std::string_view(bytes).substr(at, length)) ? length : 0;
}

bool repairOnce(std::string_view text, std::string& out) {
    bool changed = false;
    std::string bytes;
    std::vector<std::size_t> begins;
    const auto flush = [&](std::size_t end) {
        for (std::size_t i = 0; i < bytes.size();) {
            if (const auto length = characterLength(bytes, i)) {
                out.append(bytes, i, length);
                i += length;
                changed = true;
            } else {
                const auto next = i + 1 < begins.size() ? begins[i + 1] : end;
                out.append(text, begins[i], next - begins[i]);
                ++i;
            }
        }
        bytes.clear();
        begins.clear();
    };
    const auto* raw = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = std::int32_t(text.size());
    for (std::int32_t at = 0; at < size;) {
        const auto begin = at;
        UChar32 c;
        U8_NEXT(raw, at, size, c);
        const int byte = byteOf(c);
        if (byte >= 0) {
            bytes += char(byte);
            begins.push_back(std::size_t(begin));
            continue;
        }
        flush(std::size_t(begin));
        out.append(text, std::size_t(begin), std::size_t(at - begin));
    }
    flush(text.size());
    return changed;
}

}  // namespace

std::string repairMojibake(std::string_view text) {
    std::string now(text);
    for (int reading = 0; reading < kMostReadings; ++reading) {
        std::string next;
        if (!repairOnce(now, next)) break;
        now = std::move(next);
    }
    return now;
}

bool looksDamaged(std::string_view text) {
    for (const std::string_view sign : {"\xEF\xBF\xBD", "â€", "锟斤拷"})
        if (text.find(sign) != std::string_view::npos) return true;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)  // U+0080 to U+009F
        if (static_cast<unsigned char>(text[i]) == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
    return false;
}

}  // namespace anneal::data
