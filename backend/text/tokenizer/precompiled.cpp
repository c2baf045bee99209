#include "text/tokenizer/precompiled.h"

#include <array>
#include <cstring>
#include <optional>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {
namespace {

class Precompiled final : public Normalizer {
public:
    Precompiled(PrecompiledMap map, PrecompiledMap::Units units) : map_(std::move(map)), units_(units) {}

    void apply(std::string& text) const override {
        std::string mapped;
        mapped.reserve(text.size());
        if (units_ == PrecompiledMap::Units::longestPrefix)
            byLongestPrefix(text, mapped);
        else
            byGraphemes(text, mapped);
        text = std::move(mapped);
    }

private:
    void byLongestPrefix(std::string_view text, std::string& mapped) const {
        while (!text.empty()) {
            const auto match = map_.longest(text);
            const auto length = match.length ? match.length : codePointAt(text.data()).size;
            mapped += match.length ? match.replacement : text.substr(0, length);
            text.remove_prefix(length);
        }
    }

    void byGraphemes(std::string_view text, std::string& mapped) const {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        UText utext = UTEXT_INITIALIZER;
        utext_openUTF8(&utext, text.data(), int64_t(text.size()), &status);
        if (U_FAILURE(status)) return void(mapped = text);
        breaks->setText(&utext, status);
        for (auto begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next())
            appendGrapheme(text.substr(std::size_t(begin), std::size_t(end - begin)), mapped);
        utext_close(&utext);
    }

    void appendGrapheme(std::string_view grapheme, std::string& mapped) const {
        if (grapheme.size() < 6) {
            if (const auto match = map_.shortest(grapheme); match.length) {
                mapped += match.replacement;
                return;
            }
        }
        forEachCodePoint(grapheme, [&](char32_t, std::string_view bytes) {
            const auto match = map_.shortest(bytes);
            mapped += match.length ? match.replacement : bytes;
        });
    }

    PrecompiledMap map_;
    PrecompiledMap::Units units_;
};

}  // namespace

std::string fromBase64(std::string_view text) {
    static const auto values = [] {
        std::array<int8_t, 256> table;
        table.fill(-1);
        constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (std::size_t i = 0; i < alphabet.size(); ++i) table[static_cast<unsigned char>(alphabet[i])] = int8_t(i);
        return table;
    }();
    std::string bytes;
    uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = values[static_cast<unsigned char>(c)];
        if (value < 0) break;
        bits = bits << 6 | uint32_t(value);
        if ((count += 6) >= 8) bytes += char(bits >> (count -= 8) & 0xFF);
    }
    return bytes;
}

Result<PrecompiledMap> PrecompiledMap::fromBase64(std::string_view text) { return parse(tokenizer::fromBase64(text)); }

Result<PrecompiledMap> PrecompiledMap::parse(std::string_view blob) {
    PrecompiledMap map;
    if (blob.empty()) return map;
    uint32_t trieBytes = 0;
    if (blob.size() >= 4) std::memcpy(&trieBytes, blob.data(), 4);
    if (blob.size() < 4 || trieBytes > blob.size() - 4 || trieBytes % 4) return invalid("the precompiled character map is cut short");
    map.trie_.resize(trieBytes / 4);
    std::memcpy(map.trie_.data(), blob.data() + 4, trieBytes);
    map.replacements_ = blob.substr(4 + trieBytes);
    map.replacements_ += '\0';
    return map;
}

// Darts-clone's unit: bit 8 has a leaf, bits 0–7 (and 31) the label, bits 10–30 the offset, shifted by 8 if bit 9 is set.
template <class Visit>
void PrecompiledMap::prefixes(std::string_view text, Visit visit) const {
    if (trie_.empty()) return;
    const auto offset = [](uint32_t unit) { return (unit >> 10) << ((unit & (1u << 9)) >> 6); };
    std::size_t node = offset(trie_[0]);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == 0) return;
        node ^= byte;
        if (node >= trie_.size()) return;
        const auto unit = trie_[node];
        if ((unit & (1u << 31 | 0xFF)) != byte) return;
        node ^= offset(unit);
        if (!(unit >> 8 & 1)) continue;
        const auto at = node < trie_.size() ? trie_[node] & 0x7FFFFFFF : uint32_t(-1);
        if (at >= replacements_.size()) return;
        if (!visit(Match{i + 1, std::string_view(replacements_.c_str() + at)})) return;
    }
}

PrecompiledMap::Match PrecompiledMap::longest(std::string_view text) const {
    Match found;
    prefixes(text, [&](Match match) { return found = match, true; });
    return found;
}

PrecompiledMap::Match PrecompiledMap::shortest(std::string_view text) const {
    Match found;
    prefixes(text, [&](Match match) { return found = match, false; });
    return found;
}

std::unique_ptr<const Normalizer> precompiledNormalizer(PrecompiledMap map, PrecompiledMap::Units units) {
    return std::make_unique<Precompiled>(std::move(map), units);
}

}  // namespace anneal::text::tokenizer
