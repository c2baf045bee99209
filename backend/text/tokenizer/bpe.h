#pragma once
// Byte pair encoding (Sennrich et al. 2016) as `tokenizers` and SentencePiece run it.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "text/tokenizer/model.h"
#include "text/tokenizer/vocabulary.h"

namespace anneal::text::tokenizer {

struct Merge {
    int32_t left, right;
    uint32_t rank;  ///< lower merges first; equal ranks merge leftmost first
    int32_t result;
};

struct BpeOptions {
    std::optional<std::string> unknown;
    std::string continuingPrefix, wordSuffix;
    bool fuseUnknown = false;
    bool byteFallback = false;  ///< unknown characters become <0xNN> tokens
    bool ignoreMerges = false;  ///< a word that is a token is that token, whatever the merges say
};

/// (left, right) → (rank, result) by open addressing.
class MergeTable {
public:
    static constexpr uint32_t kNone = UINT32_MAX;
    struct Entry {
        uint64_t pair;
        uint32_t rank;
        int32_t result;
    };

    explicit MergeTable(const std::vector<Merge>& merges);
    const Entry& find(int32_t left, int32_t right) const {
        const auto pair = key(left, right);
        const auto mixed = pair * 0x9E3779B97F4A7C15ull;
        // Most pairs never merge; a filter that stays in the cache tells without a look at the table.
        const auto bit = mixed >> (64 - kFilterBits);
        if (!(filter_[bit / 64] >> (bit % 64) & 1)) return none_;
        for (auto slot = std::size_t(mixed >> shift_);; ++slot) {
            const auto& entry = entries_[slot & mask_];
            if (entry.pair == pair || entry.rank == kNone) return entry;
        }
    }

private:
    static uint64_t key(int32_t left, int32_t right) { return uint64_t(uint32_t(left)) << 32 | uint32_t(right); }
    static constexpr int kFilterBits = 20;

    std::vector<Entry> entries_;
    std::vector<uint64_t> filter_;
    std::size_t mask_;
    int shift_;
    Entry none_{UINT64_MAX, kNone, -1};
};

class Bpe final : public Model {
public:
    Bpe(std::shared_ptr<const Vocabulary> vocabulary, const std::vector<Merge>& merges, BpeOptions options);

    void encode(std::string_view word, std::vector<int32_t>& ids) const override;

    /// From now on words are bytes, not their spelling in GPT-2's alphabet. False, and nothing changes, if an option
    /// needs the spelling.
    bool readBytes();
    /// No token but those of '▁' alone has a '▁' after another character, and '▁' is a token: see metaspaceCutter.
    bool cutsAtMetaspace() const { return cutsAtMetaspace_; }

private:
    void symbolsOf(std::string_view word, std::vector<int32_t>& symbols) const;
    void symbolsOfBytes(std::string_view word, std::vector<int32_t>& symbols) const;
    void addSymbol(std::string_view symbol, bool& pendingUnknown, std::vector<int32_t>& symbols) const;
    void addUnknown(bool& pendingUnknown, std::vector<int32_t>& symbols) const;
    void mergeShort(std::vector<int32_t>& symbols, std::size_t from) const;
    void mergeLong(std::vector<int32_t>& symbols, std::size_t from) const;

    std::shared_ptr<const Vocabulary> vocabulary_;
    BpeOptions options_;
    MergeTable merges_;
    int32_t unknown_ = -1;
    bool bytes_ = false;
    bool cutsAtMetaspace_ = false;
    std::array<int32_t, 256> byteIds_{};      ///< ids of the stand-ins
    std::array<int32_t, 256> fallbackIds_{};  ///< ids of <0xNN>
    std::vector<int32_t> characterIds_;       ///< ids of single characters below U+10000, -1 where there is none
};

/// `merges` of tokenizer.json or the lines of merges.txt, by rank.
/// Error "tokenizer_invalid" if a merge names a token that the vocabulary lacks.
Result<std::vector<Merge>> resolveMerges(const Vocabulary& vocabulary, const std::vector<std::pair<std::string, std::string>>& pairs,
                                         std::size_t prefixSize);
/// Every way to make a token of two, ranked by `ranks[result]` (kNone: never made): SentencePiece's scores and
/// tiktoken's ranks say no more. Tokens are cut between bytes, or between characters.
std::vector<Merge> impliedMerges(const Vocabulary& vocabulary, const std::vector<uint32_t>& ranks, bool bytes);

}  // namespace anneal::text::tokenizer
