#include "text/tokenizer/split_fast.h"

#include <climits>

#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {

const char* const kGpt2Pattern = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";
const char* const kLlama3Pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
const char* const kQwen2Pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

namespace {

/// The same as tiktoken writes it since 2023.
const char* const kGpt2Rewritten = R"('(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";
const char* const kQwen35Pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
const char* const kDeepSeekPattern =
    R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
const char* const kDeepSeekCjkPattern = "[一-龥぀-ゟ゠-ヿ]+";

/// Reads characters of valid UTF-8 with their classes; at the end the class is 0 and the size 0.
class Cursor {
public:
    explicit Cursor(std::string_view text) : begin_(text.data()), end_(text.data() + text.size()), classes_(charClasses()) {}

    struct Char {
        char32_t value;
        uint32_t size;
        uint8_t kind;
    };
    Char at(std::size_t offset) const {
        const char* p = begin_ + offset;
        if (p >= end_) return {0, 0, 0};
        const auto c = codePointAt(p);
        return {c.value, c.size, classes_[c.value]};
    }
    std::size_t size() const { return std::size_t(end_ - begin_); }
    /// The end of the run of characters with any of `kinds`, from `offset`.
    std::size_t skip(std::size_t offset, uint8_t kinds) const {
        for (auto c = at(offset); c.kind & kinds; c = at(offset)) offset += c.size;
        return offset;
    }
    /// The end of the run of characters with none of `kinds`.
    std::size_t skipNot(std::size_t offset, uint8_t kinds) const {
        for (auto c = at(offset); c.size && !(c.kind & kinds); c = at(offset)) offset += c.size;
        return offset;
    }
    std::size_t skipNewlines(std::size_t offset) const {
        while (offset < size() && isNewline(static_cast<unsigned char>(begin_[offset]))) ++offset;
        return offset;
    }
    char byte(std::size_t offset) const { return offset < size() ? begin_[offset] : '\0'; }
    static bool isNewline(char32_t c) { return c == '\r' || c == '\n'; }

private:
    const char* begin_;
    const char* end_;
    const uint8_t* classes_;
};

/// End of `\s+(?!\S)|\s+`: the run, less its last character where more than that one is followed by something.
std::size_t endOfSpaces(const Cursor& text, std::size_t from) {
    std::size_t end = from, last = from;
    for (auto c = text.at(end); c.kind & kSpace; c = text.at(end)) {
        last = end;
        end += c.size;
    }
    return end == text.size() || last == from ? end : last;
}

/// End of `\s*[\r\n]+|\s+(?!\S)|\s+`.
std::size_t endOfSpacesOrLines(const Cursor& text, std::size_t from) {
    std::size_t end = from, last = from, afterNewline = 0;
    for (auto c = text.at(end); c.kind & kSpace; c = text.at(end)) {
        last = end;
        end += c.size;
        if (Cursor::isNewline(c.value)) afterNewline = end;
    }
    if (afterNewline) return afterNewline;
    return end == text.size() || last == from ? end : last;
}

/// Bytes of `'s|'t|'re|'ve|'m|'ll|'d` after the apostrophe at `at`, or 0. Folded also takes U+017F, which folds to s.
template <bool kFold>
std::size_t contraction(const Cursor& text, std::size_t at) {
    const auto lower = [](char c) { return kFold && c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; };
    const char first = lower(text.byte(at + 1)), second = lower(text.byte(at + 2));
    switch (first) {
        case 's':
        case 't':
        case 'm':
        case 'd': return 2;
        case 'r':
        case 'v': return second == 'e' ? 3 : 0;
        case 'l': return second == 'l' ? 3 : 0;
        case '\xC5': return kFold && text.byte(at + 2) == '\xBF' ? 3 : 0;
        default: return 0;
    }
}

std::size_t nextGpt2(const Cursor& text, std::size_t at) {
    const auto c = text.at(at);
    if (c.value == '\'')
        if (const auto size = contraction<false>(text, at)) return at + size;
    auto first = c;
    std::size_t from = at;
    if (c.value == ' ') {
        first = text.at(at + 1);
        from = at + 1;
    }
    if (first.kind & kLetter) return text.skip(from + first.size, kLetter);
    if (first.kind & kNumber) return text.skip(from + first.size, kNumber);
    if (first.size && !(first.kind & kSpace)) return text.skipNot(from + first.size, kLetter | kNumber | kSpace);
    return endOfSpaces(text, at);
}

template <int kMaxDigits, uint8_t kWord>
std::size_t nextCl100k(const Cursor& text, std::size_t at) {
    const auto c = text.at(at);
    if (c.kind & kWord) return text.skip(at + c.size, kWord);
    if (c.kind & kNumber) {
        std::size_t end = at + c.size;
        for (int digits = 1; digits < kMaxDigits; ++digits) {
            const auto digit = text.at(end);
            if (!(digit.kind & kNumber)) break;
            end += digit.size;
        }
        return end;
    }
    if (c.value == '\'')
        if (const auto size = contraction<true>(text, at)) return at + size;
    if (!Cursor::isNewline(c.value)) {
        const auto second = text.at(at + c.size);
        if (second.kind & kWord) return text.skip(at + c.size + second.size, kWord);
    }
    constexpr uint8_t kNotOther = kWord | kNumber | kSpace;
    const std::size_t from = c.value == ' ' ? at + 1 : at;
    const auto end = text.skipNot(from, kNotOther);
    if (end > from) return text.skipNewlines(end);
    return endOfSpacesOrLines(text, at);
}

bool isAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Where no alternative matches, `at` itself.
std::size_t nextDeepSeek(const Cursor& text, std::size_t at) {
    const auto c = text.at(at);
    if (c.kind & (kLetter | kMark)) return text.skip(at + c.size, kLetter | kMark);
    const auto second = text.at(at + c.size);
    if (c.value < 0x80 && (c.kind & (kPunctuation | kSymbol))) {
        auto end = at + 1;
        while (isAsciiLetter(text.byte(end))) ++end;
        if (end > at + 1) return end;
    }
    if (!Cursor::isNewline(c.value) && !(c.kind & (kPunctuation | kSymbol)) && (second.kind & (kLetter | kMark)))
        return text.skip(at + c.size + second.size, kLetter | kMark);
    const std::size_t from = c.value == ' ' ? at + 1 : at;
    const auto end = text.skip(from, kPunctuation | kSymbol);
    if (end > from) return text.skipNewlines(end);
    return endOfSpacesOrLines(text, at);
}

template <std::size_t (*kNext)(const Cursor&, std::size_t)>
class FastPattern final : public Pattern {
public:
    void find(std::string_view text, std::vector<Stretch>& stretches) const override {
        const Cursor cursor(text);
        std::size_t gap = 0;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = kNext(cursor, at);
            if (end == at) {
                at += codePointAt(text.data() + at).size;
                continue;
            }
            if (gap != at) stretches.push_back({gap, at, false});
            stretches.push_back({at, end, true});
            gap = at = end;
        }
        if (gap != text.size()) stretches.push_back({gap, text.size(), false});
    }
};

std::size_t nextThreeDigits(const Cursor& text, std::size_t at) {
    std::size_t end = at;
    for (int digits = 0; digits < 3; ++digits) {
        const auto c = text.at(end);
        if (!(c.kind & kNumber)) break;
        end += c.size;
    }
    return end;
}

std::size_t nextDigit(const Cursor& text, std::size_t at) {
    const auto c = text.at(at);
    return c.kind & kNumber ? at + c.size : at;
}

std::size_t nextDeepSeekCjk(const Cursor& text, std::size_t at) {
    const auto isCjk = [](char32_t c) { return (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0x3040 && c <= 0x30FF); };
    for (auto c = text.at(at); isCjk(c.value); c = text.at(at)) at += c.size;
    return at;
}

}  // namespace

std::unique_ptr<Pattern> fastPattern(std::string_view spelling) {
    // Some files hold \r and \n as the characters themselves.
    std::string expression;
    for (const char c : spelling)
        if (c == '\r')
            expression += "\\r";
        else if (c == '\n')
            expression += "\\n";
        else
            expression += c;
    if (expression == kGpt2Pattern || expression == kGpt2Rewritten) return std::make_unique<FastPattern<nextGpt2>>();
    if (expression == kLlama3Pattern) return std::make_unique<FastPattern<nextCl100k<3, kLetter>>>();
    if (expression == kQwen2Pattern) return std::make_unique<FastPattern<nextCl100k<1, kLetter>>>();
    if (expression == kQwen35Pattern) return std::make_unique<FastPattern<nextCl100k<1, kLetter | kMark>>>();
    if (expression == kDeepSeekPattern) return std::make_unique<FastPattern<nextDeepSeek>>();
    if (expression == kDeepSeekCjkPattern) return std::make_unique<FastPattern<nextDeepSeekCjk>>();
    if (expression == R"(\p{N}{1,3})") return std::make_unique<FastPattern<nextThreeDigits>>();
    if (expression == R"(\p{N})") return std::make_unique<FastPattern<nextDigit>>();
    return nullptr;
}

}  // namespace anneal::text::tokenizer
