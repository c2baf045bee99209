#include "text/tokenizer/unicode.h"

#include <cstring>
#include <vector>

#include <unicode/uchar.h>

namespace anneal::text::tokenizer {
namespace {

uint8_t classOf(UCharCategory category) {
    switch (category) {
        case U_UPPERCASE_LETTER:
        case U_LOWERCASE_LETTER:
        case U_TITLECASE_LETTER:
        case U_MODIFIER_LETTER:
        case U_OTHER_LETTER: return kLetter;
        case U_NON_SPACING_MARK: return kMark | kMarkNonSpacing;
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK: return kMark;
        case U_DECIMAL_DIGIT_NUMBER:
        case U_LETTER_NUMBER:
        case U_OTHER_NUMBER: return kNumber;
        case U_DASH_PUNCTUATION:
        case U_START_PUNCTUATION:
        case U_END_PUNCTUATION:
        case U_CONNECTOR_PUNCTUATION:
        case U_OTHER_PUNCTUATION:
        case U_INITIAL_PUNCTUATION:
        case U_FINAL_PUNCTUATION: return kPunctuation;
        case U_MATH_SYMBOL:
        case U_CURRENCY_SYMBOL:
        case U_MODIFIER_SYMBOL:
        case U_OTHER_SYMBOL: return kSymbol;
        case U_SPACE_SEPARATOR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR: return 0;
        default: return kOther;
    }
}

UBool fillRange(const void* context, UChar32 start, UChar32 limit, UCharCategory category) {
    auto* classes = static_cast<uint8_t*>(const_cast<void*>(context));
    std::memset(classes + start, classOf(category), std::size_t(limit - start));
    return true;
}

std::vector<uint8_t> makeClasses() {
    std::vector<uint8_t> classes(0x110000);
    u_enumCharTypes(fillRange, classes.data());
    for (char32_t c = 0; c <= 0x3000; ++c)
        if (u_isUWhiteSpace(UChar32(c))) classes[c] |= kSpace;
    return classes;
}

}  // namespace

const uint8_t* charClasses() {
    static const auto classes = makeClasses();
    return classes.data();
}

void appendUtf8(std::string& text, char32_t value) {
    if (value < 0x80) {
        text += char(value);
    } else if (value < 0x800) {
        text += char(0xC0 | value >> 6);
        text += char(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        text += char(0xE0 | value >> 12);
        text += char(0x80 | (value >> 6 & 0x3F));
        text += char(0x80 | (value & 0x3F));
    } else {
        text += char(0xF0 | value >> 18);
        text += char(0x80 | (value >> 12 & 0x3F));
        text += char(0x80 | (value >> 6 & 0x3F));
        text += char(0x80 | (value & 0x3F));
    }
}

std::string toUtf8(char32_t value) {
    std::string text;
    appendUtf8(text, value);
    return text;
}

bool isWordChar(char32_t value) {
    const auto c = UChar32(value);
    const auto category = u_charType(c);
    return u_isUAlphabetic(c) || (charClasses()[value] & kMark) || category == U_DECIMAL_DIGIT_NUMBER ||
           category == U_CONNECTOR_PUNCTUATION || value == 0x200C || value == 0x200D;
}

bool isRecent(char32_t value) {
    UVersionInfo age;
    u_charAge(UChar32(value), age);
    return age[0] > 9;
}

bool isBertPunctuation(char32_t value) {
    if (value < 0x80) return value > ' ' && value < 0x7F && !(charClasses()[value] & (kLetter | kNumber));
    return (charClasses()[value] & kPunctuation) && !isRecent(value);
}

bool isAscii(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        uint64_t word;
        std::memcpy(&word, text.data() + at, 8);
        if (word & 0x8080808080808080ull) return false;
    }
    for (; at < text.size(); ++at)
        if (text[at] & 0x80) return false;
    return true;
}

}  // namespace anneal::text::tokenizer
