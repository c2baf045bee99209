#include "data/detect/fold.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace anneal::data {
namespace {

bool isPunctuation(UChar32 c) {
    if (c < 0x80) return c > ' ' && c < 0x7F && !((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'));
    return u_ispunct(c) || u_charType(c) == U_MATH_SYMBOL || u_charType(c) == U_OTHER_SYMBOL;
}

bool isSpace(UChar32 c) { return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(c); }

void appendCharacter(std::string& out, UChar32 c) {
    char bytes[4];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    out.append(bytes, std::size_t(length));
}

}  // namespace

void fold(std::string_view text, const Folding& folding, std::string& out) {
    if (folding == Folding{}) {
        out += text;
        return;
    }
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = std::int32_t(text.size());
    const auto begin = out.size();
    bool gap = false;
    for (std::int32_t at = 0; at < size;) {
        const auto start = at;
        UChar32 c;
        U8_NEXT(bytes, at, size, c);
        if (c >= 0 && folding.space != Folding::Space::keep && isSpace(c)) {
            gap = true;
            continue;
        }
        if (c >= 0 && folding.ignorePunctuation && isPunctuation(c)) continue;
        if (gap && folding.space == Folding::Space::collapse && out.size() > begin) out += ' ';
        gap = false;
        if (c < 0 || !folding.ignoreCase) {
            out.append(text, std::size_t(start), std::size_t(at - start));
        } else if (c < 0x80) {
            out += char(c >= 'A' && c <= 'Z' ? c + 32 : c);
        } else {
            appendCharacter(out, u_foldCase(c, U_FOLD_CASE_DEFAULT));
        }
    }
}

}  // namespace anneal::data
