#pragma once
// White space and invisible characters as Unicode has them.

#include <cstdint>

namespace anneal::data {

/// Anything that shows as a gap within a line.
inline bool isBlank(std::int32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}
inline bool isLineEnd(std::int32_t c) {
    return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}
/// Takes no room: byte order mark, zero-width space, word joiner, soft hyphen. Joiners that shape letters and emoji are not among them.
inline bool isInvisible(std::int32_t c) { return c == 0xFEFF || c == 0x200B || c == 0x2060 || c == 0xAD; }

}  // namespace anneal::data
