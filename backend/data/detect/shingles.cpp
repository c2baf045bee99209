#include "data/detect/shingles.h"

#include <algorithm>
#include <array>

#include <unicode/utf8.h>
#include <xxhash.h>

namespace anneal::data {
namespace {

constexpr std::uint64_t kBase = 0x9FB21C651E98DF25u;  // odd: powers of it do not vanish modulo 2^64

std::uint64_t mixed(std::uint64_t hash) {  // the finaliser of MurmurHash3
    hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDu;
    hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53u;
    return hash ^ (hash >> 33);
}

/// Hashes of the last `size` units, rolled on (Karp and Rabin 1987) modulo 2^64.
class RollingHash {
public:
    RollingHash(int size, std::vector<std::uint64_t>& hashes) : size_(std::size_t(size)), hashes_(hashes), window_(size_) {
        for (int i = 1; i < size; ++i) leaving_ *= kBase;
    }
    void push(std::uint64_t unit) {
        auto& slot = window_[count_ % size_];
        if (count_ >= size_) hash_ -= slot * leaving_;
        slot = unit;
        hash_ = hash_ * kBase + unit;
        if (++count_ >= size_) hashes_.push_back(mixed(hash_));
    }
    void finish() {
        if (count_ > 0 && count_ < size_) hashes_.push_back(mixed(hash_));
    }

private:
    std::size_t size_, count_ = 0;
    std::vector<std::uint64_t>& hashes_;
    std::vector<std::uint64_t> window_;
    std::uint64_t hash_ = 0, leaving_ = 1;
};

}  // namespace

void appendShingles(std::string_view text, const Shingling& shingling, std::vector<std::uint64_t>& hashes) {
    RollingHash rolling(shingling.size, hashes);
    if (shingling.unit == Shingling::Unit::characters) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
        const auto size = std::int32_t(text.size());
        for (std::int32_t at = 0; at < size;) {
            UChar32 c = bytes[at];
            if (c < 0x80)
                ++at;
            else
                U8_NEXT(bytes, at, size, c);
            rolling.push(std::uint64_t(std::int64_t(c)) + 1);
        }
    } else {
        for (std::size_t at = 0; at < text.size();) {
            const auto begin = text.find_first_not_of(' ', at);
            if (begin == std::string_view::npos) break;
            at = std::min(text.find(' ', begin), text.size());
            rolling.push(XXH3_64bits(text.data() + begin, at - begin));
        }
    }
    rolling.finish();
}

void HashSet::clear(std::size_t expected) {
    std::size_t size = 16;
    while (size < 2 * expected) size *= 2;
    if (size > slots_.size()) {
        slots_.assign(size, {0, 0, 0});
        round_ = query_ = 0;
    }
    mask_ = slots_.size() - 1;
    count_ = 0;
    ++round_;
}

std::size_t HashSet::slotOf(std::uint64_t hash) const {
    auto at = std::size_t(hash) & mask_;
    while (slots_[at].round == round_ && slots_[at].hash != hash) at = (at + 1) & mask_;
    return at;
}

bool HashSet::insert(std::uint64_t hash) {
    auto& slot = slots_[slotOf(hash)];
    if (slot.round == round_) return false;
    slot = {hash, round_, 0};
    ++count_;
    return true;
}

std::size_t HashSet::common(const std::vector<std::uint64_t>& hashes) {
    ++query_;
    std::size_t met = 0;
    for (const auto hash : hashes) {
        auto& slot = slots_[slotOf(hash)];
        if (slot.round != round_ || slot.seen == query_) continue;
        slot.seen = query_;
        ++met;
    }
    return met;
}

}  // namespace anneal::data
