#pragma once
// A text word by word.

#include <cstdint>
#include <string_view>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace anneal::data {

/// Calls `visit(word, ideograph)` with each run between blanks; a Chinese or Japanese character is a word by itself.
template <class Visit>
void forEachWord(std::string_view text, const Visit& visit) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = std::int32_t(text.size());
    std::int32_t begin = -1;
    const auto end = [&](std::int32_t at) {
        if (begin >= 0) visit(text.substr(std::size_t(begin), std::size_t(at - begin)), false);
        begin = -1;
    };
    for (std::int32_t at = 0; at < size;) {
        const auto start = at;
        if (bytes[at] < 0x80) {
            if (bytes[at++] <= ' ')
                end(start);
            else if (begin < 0)
                begin = start;
            continue;
        }
        UChar32 c;
        U8_NEXT(bytes, at, size, c);
        if (c >= 0 && (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3040 && c <= 0x30FF))) {
            end(start);
            visit(text.substr(std::size_t(start), std::size_t(at - start)), true);
        } else if (c >= 0 && u_isUWhiteSpace(c)) {
            end(start);
        } else if (begin < 0) {
            begin = start;
        }
    }
    end(size);
}

}  // namespace anneal::data
