#include "text/tokenizer/normalizer.h"

#include <functional>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "text/tokenizer/byte_alphabet.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/pattern.h"
#include "text/tokenizer/precompiled.h"
#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {
namespace {

class UnicodeForm final : public Normalizer {
public:
    explicit UnicodeForm(const icu::Normalizer2* form) : form_(form) {}
    void apply(std::string& text) const override {
        if (isAscii(text)) return;
        UErrorCode status = U_ZERO_ERROR;
        if (form_->isNormalizedUTF8(text, status)) return;
        std::string normalized;
        icu::StringByteSink<std::string> sink(&normalized);
        status = U_ZERO_ERROR;
        form_->normalizeUTF8(0, text, sink, nullptr, status);
        if (U_SUCCESS(status)) text = std::move(normalized);
    }

private:
    const icu::Normalizer2* form_;
};

const icu::Normalizer2* unicodeForm(const std::string& type) {
    UErrorCode status = U_ZERO_ERROR;
    if (type == "NFC") return icu::Normalizer2::getNFCInstance(status);
    if (type == "NFD") return icu::Normalizer2::getNFDInstance(status);
    if (type == "NFKC") return icu::Normalizer2::getNFKCInstance(status);
    return icu::Normalizer2::getNFKDInstance(status);
}

/// Maps each character to what `map` appends.
class CharMap final : public Normalizer {
public:
    using Map = std::function<void(char32_t, std::string&)>;
    explicit CharMap(Map map) : map_(std::move(map)) {}
    void apply(std::string& text) const override {
        std::string mapped;
        mapped.reserve(text.size());
        forEachCodePoint(text, [&](char32_t c, std::string_view) { map_(c, mapped); });
        text = std::move(mapped);
    }

private:
    Map map_;
};

class Strip final : public Normalizer {
public:
    Strip(bool left, bool right) : left_(left), right_(right) {}
    void apply(std::string& text) const override {
        const auto isSpace = [](char32_t c) { return (charClasses()[c] & kSpace) != 0; };
        std::size_t begin = 0, end = text.size();
        while (left_ && begin < end) {
            const auto c = codePointAt(text.data() + begin);
            if (!isSpace(c.value)) break;
            begin += c.size;
        }
        while (right_ && begin < end) {
            const auto size = sizeBefore(text.data() + end);
            if (!isSpace(codePointAt(text.data() + end - size).value)) break;
            end -= size;
        }
        text = text.substr(begin, end - begin);
    }

private:
    bool left_, right_;
};

class Prepend final : public Normalizer {
public:
    explicit Prepend(std::string prefix) : prefix_(std::move(prefix)) {}
    void apply(std::string& text) const override {
        if (!text.empty()) text.insert(0, prefix_);
    }

private:
    std::string prefix_;
};

class Replace final : public Normalizer {
public:
    Replace(std::unique_ptr<Pattern> pattern, std::string content) : pattern_(std::move(pattern)), content_(std::move(content)) {}
    void apply(std::string& text) const override {
        std::vector<Stretch> stretches;
        pattern_->find(text, stretches);
        std::string replaced;
        replaced.reserve(text.size());
        for (const auto& [begin, end, match] : stretches)
            if (match)
                replaced += content_;
            else
                replaced.append(text, begin, end - begin);
        text = std::move(replaced);
    }

private:
    std::unique_ptr<Pattern> pattern_;
    std::string content_;
};

class ByteLevel final : public Normalizer {
public:
    void apply(std::string& text) const override { text = toByteAlphabet(text); }
};

class SpaceCollapser final : public Normalizer {
public:
    void apply(std::string& text) const override {
        std::string collapsed;
        for (const char c : text)
            if (c != ' ' || (!collapsed.empty() && collapsed.back() != ' ')) collapsed += c;
        if (!collapsed.empty() && collapsed.back() == ' ') collapsed.pop_back();
        text = std::move(collapsed);
    }
};

void appendLower(char32_t c, std::string& out) {
    appendUtf8(out, char32_t(u_tolower(UChar32(c))));
    if (c == 0x130) appendUtf8(out, 0x307);  // İ alone lowers to two characters
}

bool isChinese(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
           (c >= 0x2A700 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x2F800 && c <= 0x2FA1F);
}

void appendCleaned(char32_t c, std::string& out) {
    const auto kind = charClasses()[c];
    if (c == '\t' || c == '\n' || c == '\r')
        out += ' ';
    else if (c == 0xFFFD || kind & kOther)
        return;
    else if (kind & kSpace)
        out += ' ';
    else
        appendUtf8(out, c);
}

void appendSpacedChinese(char32_t c, std::string& out) {
    if (isChinese(c)) out += ' ';
    appendUtf8(out, c);
    if (isChinese(c)) out += ' ';
}

void appendNmt(char32_t c, std::string& out) {
    const bool dropped = (c >= 1 && c <= 8) || c == 0xB || (c >= 0xE && c <= 0x1F) || c == 0x7F || c == 0x8F || c == 0x9F;
    const bool space = c == 9 || c == 0xA || c == 0xC || c == 0xD || c == 0x1680 || (c >= 0x200B && c <= 0x200F) || c == 0x2028 ||
                       c == 0x2029 || c == 0x2581 || c == 0xFEFF || c == 0xFFFD;
    if (space)
        out += ' ';
    else if (!dropped)
        appendUtf8(out, c);
}

void appendUnless(uint8_t kinds, char32_t c, std::string& out) {
    if (!(charClasses()[c] & kinds) || isRecent(c)) appendUtf8(out, c);
}

void addBert(const Json& bert, Normalizers& chain) {
    const bool lowercase = boolField(bert, "lowercase", true);
    if (boolField(bert, "clean_text", true)) chain.push_back(std::make_unique<CharMap>(appendCleaned));
    if (boolField(bert, "handle_chinese_chars", true)) chain.push_back(std::make_unique<CharMap>(appendSpacedChinese));
    if (boolField(bert, "strip_accents", lowercase)) {
        chain.push_back(std::make_unique<UnicodeForm>(unicodeForm("NFD")));
        chain.push_back(std::make_unique<CharMap>([](char32_t c, std::string& out) { appendUnless(kMarkNonSpacing, c, out); }));
    }
    if (lowercase) chain.push_back(std::make_unique<CharMap>(appendLower));
}

Status add(const Json& normalizer, Normalizers& chain) {
    if (normalizer.is_null()) return {};
    const auto type = typeOf(normalizer);
    if (type == "Sequence") {
        for (const auto& child : arrayField(normalizer, "normalizers")) ANNEAL_CHECK(add(child, chain));
    } else if (type == "NFC" || type == "NFD" || type == "NFKC" || type == "NFKD") {
        chain.push_back(std::make_unique<UnicodeForm>(unicodeForm(type)));
    } else if (type == "Lowercase") {
        chain.push_back(std::make_unique<CharMap>(appendLower));
    } else if (type == "StripAccents") {
        chain.push_back(std::make_unique<CharMap>([](char32_t c, std::string& out) { appendUnless(kMark, c, out); }));
    } else if (type == "Nmt") {
        chain.push_back(std::make_unique<CharMap>(appendNmt));
    } else if (type == "BertNormalizer") {
        addBert(normalizer, chain);
    } else if (type == "Strip") {
        chain.push_back(std::make_unique<Strip>(boolField(normalizer, "strip_left", true), boolField(normalizer, "strip_right", true)));
    } else if (type == "Prepend") {
        chain.push_back(std::make_unique<Prepend>(stringField(normalizer, "prepend").value_or("")));
    } else if (type == "ByteLevel") {
        chain.push_back(std::make_unique<ByteLevel>());
    } else if (type == "Replace") {
        ANNEAL_TRY(pattern, readPattern(normalizer));
        chain.push_back(std::make_unique<Replace>(std::move(pattern), stringField(normalizer, "content").value_or("")));
    } else if (type == "Precompiled") {
        ANNEAL_TRY(map, PrecompiledMap::fromBase64(stringField(normalizer, "precompiled_charsmap").value_or("")));
        chain.push_back(precompiledNormalizer(std::move(map), PrecompiledMap::Units::graphemes));
    } else {
        return unsupported("normalizer", type);
    }
    return {};
}

}  // namespace

Result<Normalizers> readNormalizers(const Json& normalizer) {
    Normalizers chain;
    ANNEAL_CHECK(add(normalizer, chain));
    return chain;
}

std::unique_ptr<const Normalizer> spaceCollapser() { return std::make_unique<SpaceCollapser>(); }

void normalize(const Normalizers& chain, std::string& text) {
    for (const auto& normalizer : chain) normalizer->apply(text);
}

}  // namespace anneal::text::tokenizer
