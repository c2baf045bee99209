#pragma once
// Code points in UTF-8 and the character classes that split patterns ask for.

#include <cstdint>
#include <string>
#include <string_view>

namespace anneal::text::tokenizer {

enum CharClass : uint8_t {
    kLetter = 1,       ///< \p{L}
    kNumber = 2,       ///< \p{N}
    kSpace = 4,        ///< White_Space, as Rust's char::is_whitespace and Oniguruma's \s
    kPunctuation = 8,  ///< \p{P}
    kSymbol = 16,      ///< \p{S}
    kMark = 32,        ///< \p{M}
    kMarkNonSpacing = 64,
    kOther = 128,  ///< \p{C}: control, format, private, unassigned
};

/// Classes of every code point, 0x110000 entries.
const uint8_t* charClasses();

struct CodePoint {
    char32_t value;
    uint32_t size;  ///< bytes
};

/// The code point at `at`; the text must be valid UTF-8.
inline CodePoint codePointAt(const char* at) {
    const auto* p = reinterpret_cast<const unsigned char*>(at);
    if (p[0] < 0x80) return {p[0], 1};
    if (p[0] < 0xE0) return {char32_t((p[0] & 0x1F) << 6 | (p[1] & 0x3F)), 2};
    if (p[0] < 0xF0) return {char32_t((p[0] & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F)), 3};
    return {char32_t((p[0] & 0x07) << 18 | (p[1] & 0x3F) << 12 | (p[2] & 0x3F) << 6 | (p[3] & 0x3F)), 4};
}

/// Bytes of the code point whose last byte is before `end`.
inline uint32_t sizeBefore(const char* end) {
    uint32_t size = 1;
    while ((static_cast<unsigned char>(end[-int(size)]) & 0xC0) == 0x80) ++size;
    return size;
}

void appendUtf8(std::string& text, char32_t value);
std::string toUtf8(char32_t value);

/// \w as Rust's regex crate has it: alphabetic, marks, decimal digits, connector punctuation, joiners.
bool isWordChar(char32_t value);
/// Assigned after Unicode 9, whose tables `tokenizers` still uses for BERT's punctuation and accents.
bool isRecent(char32_t value);
/// Punctuation as BERT has it: \p{P} and every ASCII symbol.
bool isBertPunctuation(char32_t value);

bool isAscii(std::string_view text);

/// Calls `visit(value, bytes)` for each code point.
template <class Visit>
void forEachCodePoint(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = codePointAt(text.data() + at);
        visit(c.value, text.substr(at, c.size));
        at += c.size;
    }
}

}  // namespace anneal::text::tokenizer
