#pragma once
// SentencePiece's precompiled character map: a Darts double-array trie from characters to their replacements.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/tokenizer/normalizer.h"

namespace anneal::text::tokenizer {

class PrecompiledMap {
public:
    /// What is looked up: the longest prefix (SentencePiece), or graphemes, then single characters (`tokenizers`).
    enum class Units { longestPrefix, graphemes };

    static Result<PrecompiledMap> parse(std::string_view blob);
    static Result<PrecompiledMap> fromBase64(std::string_view text);

    struct Match {
        std::size_t length = 0;  ///< bytes of the key; 0 if none
        std::string_view replacement;
    };
    Match longest(std::string_view text) const;
    /// The shortest key at the front of `text`, which `tokenizers` takes for the whole of it.
    Match shortest(std::string_view text) const;

private:
    template <class Visit>
    void prefixes(std::string_view text, Visit visit) const;

    std::vector<uint32_t> trie_;
    std::string replacements_;  ///< NUL-terminated one after the other
};

std::unique_ptr<const Normalizer> precompiledNormalizer(PrecompiledMap map, PrecompiledMap::Units units);

/// Bytes of Base64 text; characters outside the alphabet end it.
std::string fromBase64(std::string_view text);

}  // namespace anneal::text::tokenizer
