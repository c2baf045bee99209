#include "text/tokenizer/bpe.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <queue>

#include "text/tokenizer/byte_alphabet.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {
namespace {

constexpr std::string_view kMetaspace = "\xE2\x96\x81";
/// Up to here scanning all ranks for the least beats a heap.
constexpr std::size_t kShortWord = 96;

bool crossesMetaspace(const Vocabulary& vocabulary, const Merge& merge) {
    return !vocabulary.token(merge.left).ends_with(kMetaspace) && vocabulary.token(merge.right).starts_with(kMetaspace);
}

}  // namespace

MergeTable::MergeTable(const std::vector<Merge>& merges) {
    const auto slots = std::bit_ceil(std::max<std::size_t>(16, merges.size() * 3 / 2));
    entries_.assign(slots, none_);
    filter_.assign((std::size_t(1) << kFilterBits) / 64, 0);
    mask_ = slots - 1;
    shift_ = 64 - std::countr_zero(slots);
    for (const auto& merge : merges) {
        const auto pair = key(merge.left, merge.right);
        const auto mixed = pair * 0x9E3779B97F4A7C15ull;
        const auto bit = mixed >> (64 - kFilterBits);
        filter_[bit / 64] |= uint64_t(1) << (bit % 64);
        auto slot = std::size_t(mixed >> shift_) & mask_;
        while (entries_[slot].rank != kNone && entries_[slot].pair != pair) slot = (slot + 1) & mask_;
        entries_[slot] = {pair, merge.rank, merge.result};
    }
}

Bpe::Bpe(std::shared_ptr<const Vocabulary> vocabulary, const std::vector<Merge>& merges, BpeOptions options)
    : vocabulary_(std::move(vocabulary)), options_(std::move(options)), merges_(merges) {
    if (options_.unknown) unknown_ = vocabulary_->find(*options_.unknown);
    for (unsigned byte = 0; byte < 256; ++byte) {
        byteIds_[byte] = vocabulary_->find(byteAlphabet()[byte]);
        char name[8];
        std::snprintf(name, sizeof name, "<0x%02X>", byte);
        fallbackIds_[byte] = vocabulary_->find(name);
    }
    characterIds_.assign(0x10000, -1);
    for (int32_t id = 0; id < vocabulary_->size(); ++id) {
        const std::string_view token = vocabulary_->token(id);
        if (token.empty() || token.size() > 3 || codePointAt(token.data()).size != token.size()) continue;
        characterIds_[codePointAt(token.data()).value] = vocabulary_->find(token);
    }
    cutsAtMetaspace_ = vocabulary_->find(kMetaspace) >= 0 && !options_.ignoreMerges && options_.continuingPrefix.empty() &&
                       options_.wordSuffix.empty() &&
                       std::none_of(merges.begin(), merges.end(), [&](const Merge& m) { return crossesMetaspace(*vocabulary_, m); });
}

bool Bpe::readBytes() {
    if (options_.byteFallback || !options_.continuingPrefix.empty() || !options_.wordSuffix.empty()) return false;
    return bytes_ = true;
}

void Bpe::encode(std::string_view word, std::vector<int32_t>& ids) const {
    if (options_.ignoreMerges) {
        const auto id = bytes_ ? vocabulary_->find(toByteAlphabet(word)) : vocabulary_->find(word);
        if (id >= 0) return ids.push_back(id);
    }
    const auto from = ids.size();
    if (bytes_)
        symbolsOfBytes(word, ids);
    else
        symbolsOf(word, ids);
    const auto count = ids.size() - from;
    if (count < 2) return;
    if (count <= kShortWord)
        mergeShort(ids, from);
    else
        mergeLong(ids, from);
}

void Bpe::addUnknown(bool& pendingUnknown, std::vector<int32_t>& symbols) const {
    if (unknown_ < 0) return;
    if (pendingUnknown && !options_.fuseUnknown) symbols.push_back(unknown_);
    pendingUnknown = true;
}

void Bpe::addSymbol(std::string_view symbol, bool& pendingUnknown, std::vector<int32_t>& symbols) const {
    if (const auto id = vocabulary_->find(symbol); id >= 0) {
        if (pendingUnknown) symbols.push_back(unknown_);
        pendingUnknown = false;
        return symbols.push_back(id);
    }
    const auto fallback = [&](char byte) { return fallbackIds_[static_cast<unsigned char>(byte)]; };
    if (options_.byteFallback && std::all_of(symbol.begin(), symbol.end(), [&](char byte) { return fallback(byte) >= 0; })) {
        for (const char byte : symbol) symbols.push_back(fallback(byte));
        return;
    }
    addUnknown(pendingUnknown, symbols);
}

void Bpe::symbolsOf(std::string_view word, std::vector<int32_t>& symbols) const {
    const bool plain = options_.continuingPrefix.empty() && options_.wordSuffix.empty();
    bool pendingUnknown = false;
    std::string decorated;
    for (std::size_t at = 0; at < word.size();) {
        const auto [value, size] = codePointAt(word.data() + at);
        const auto symbol = word.substr(at, size);
        if (plain && !pendingUnknown && value < characterIds_.size() && characterIds_[value] >= 0) {
            symbols.push_back(characterIds_[value]);
        } else if (plain) {
            addSymbol(symbol, pendingUnknown, symbols);
        } else {
            decorated = at > 0 ? options_.continuingPrefix : std::string();
            decorated += symbol;
            if (at + size == word.size()) decorated += options_.wordSuffix;
            addSymbol(decorated, pendingUnknown, symbols);
        }
        at += size;
    }
    if (pendingUnknown) symbols.push_back(unknown_);
}

void Bpe::symbolsOfBytes(std::string_view word, std::vector<int32_t>& symbols) const {
    bool pendingUnknown = false;
    for (const char byte : word) {
        const auto id = byteIds_[static_cast<unsigned char>(byte)];
        if (id < 0) {
            addUnknown(pendingUnknown, symbols);
            continue;
        }
        if (pendingUnknown) symbols.push_back(unknown_);
        pendingUnknown = false;
        symbols.push_back(id);
    }
    if (pendingUnknown) symbols.push_back(unknown_);
}

void Bpe::mergeShort(std::vector<int32_t>& symbols, std::size_t from) const {
    int32_t* const ids = symbols.data() + from;
    std::size_t count = symbols.size() - from;
    uint32_t ranks[kShortWord];
    int32_t results[kShortWord];
    const auto look = [&](std::size_t i) {
        const auto& entry = merges_.find(ids[i], ids[i + 1]);
        ranks[i] = entry.rank;
        results[i] = entry.result;
    };
    for (std::size_t i = 0; i + 1 < count; ++i) look(i);
    while (count > 1) {
        std::size_t best = 0;
        uint32_t least = ranks[0];
        for (std::size_t i = 1; i + 1 < count; ++i)
            if (ranks[i] < least) least = ranks[best = i];
        if (least == MergeTable::kNone) break;
        ids[best] = results[best];
        --count;
        std::copy(ids + best + 2, ids + count + 1, ids + best + 1);
        if (best + 2 < count) std::copy(ranks + best + 2, ranks + count, ranks + best + 1);
        if (best + 2 < count) std::copy(results + best + 2, results + count, results + best + 1);
        if (best + 1 < count) look(best);
        if (best > 0) look(best - 1);
    }
    symbols.resize(from + count);
}

void Bpe::mergeLong(std::vector<int32_t>& symbols, std::size_t from) const {
    struct Candidate {
        uint32_t rank;
        uint32_t at;
        int32_t left, right, result;
        bool operator>(const Candidate& other) const { return rank != other.rank ? rank > other.rank : at > other.at; }
    };
    const auto count = uint32_t(symbols.size() - from);
    int32_t* const ids = symbols.data() + from;
    constexpr int32_t kGone = -2;
    std::vector<uint32_t> next(count), previous(count);
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
    const auto propose = [&](uint32_t at) {
        if (next[at] >= count) return;
        const auto& entry = merges_.find(ids[at], ids[next[at]]);
        if (entry.rank != MergeTable::kNone) queue.push({entry.rank, at, ids[at], ids[next[at]], entry.result});
    };
    for (uint32_t i = 0; i < count; ++i) {
        next[i] = i + 1;
        previous[i] = i - 1;
    }
    for (uint32_t i = 0; i + 1 < count; ++i) propose(i);
    while (!queue.empty()) {
        const auto top = queue.top();
        queue.pop();
        if (ids[top.at] != top.left || next[top.at] >= count || ids[next[top.at]] != top.right) continue;
        const auto right = next[top.at];
        ids[top.at] = top.result;
        ids[right] = kGone;
        next[top.at] = next[right];
        if (next[right] < count) previous[next[right]] = top.at;
        if (previous[top.at] < count) propose(previous[top.at]);
        propose(top.at);
    }
    symbols.erase(std::remove(symbols.begin() + std::ptrdiff_t(from), symbols.end(), kGone), symbols.end());
}

Result<std::vector<Merge>> resolveMerges(const Vocabulary& vocabulary, const std::vector<std::pair<std::string, std::string>>& pairs,
                                         std::size_t prefixSize) {
    std::vector<Merge> merges;
    merges.reserve(pairs.size());
    const auto missing = [](const std::string& token, std::size_t rank) {
        return invalid("merge " + std::to_string(rank + 1) + " needs the token \"" + token + "\", which the vocabulary lacks");
    };
    for (std::size_t rank = 0; rank < pairs.size(); ++rank) {
        const auto& [left, right] = pairs[rank];
        const auto leftId = vocabulary.find(left), rightId = vocabulary.find(right);
        if (leftId < 0) return missing(left, rank);
        if (rightId < 0) return missing(right, rank);
        const auto joined = left + right.substr(std::min(prefixSize, right.size()));
        const auto result = vocabulary.find(joined);
        if (result < 0) return missing(joined, rank);
        merges.push_back({leftId, rightId, uint32_t(rank), result});
    }
    return merges;
}

std::vector<Merge> impliedMerges(const Vocabulary& vocabulary, const std::vector<uint32_t>& ranks, bool bytes) {
    std::vector<Merge> merges;
    for (int32_t id = 0; id < vocabulary.size(); ++id) {
        const auto rank = ranks[std::size_t(id)];
        const std::string_view token = vocabulary.token(id);
        if (rank == MergeTable::kNone || vocabulary.find(token) != id) continue;
        for (std::size_t cut = 1; cut < token.size(); ++cut) {
            if (!bytes && (token[cut] & 0xC0) == 0x80) continue;
            const auto left = vocabulary.find(token.substr(0, cut));
            if (left < 0 || ranks[std::size_t(left)] == MergeTable::kNone) continue;
            const auto right = vocabulary.find(token.substr(cut));
            if (right >= 0 && ranks[std::size_t(right)] != MergeTable::kNone) merges.push_back({left, right, rank, id});
        }
    }
    return merges;
}

}  // namespace anneal::text::tokenizer
