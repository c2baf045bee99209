#pragma once
// A text as the set of its n-grams, each a 64-bit hash.

#include <cstdint>
#include <string_view>
#include <vector>

namespace anneal::data {

struct Shingling {
    enum class Unit { characters, words };
    Unit unit = Unit::characters;
    int size = 5;  ///< units a shingle; a shorter text is one shingle
};

/// Appends the hash of every shingle, repeated ones again. A text without words or characters has none.
void appendShingles(std::string_view text, const Shingling& shingling, std::vector<std::uint64_t>& hashes);

/// A set that is built often: clearing it costs nothing.
class HashSet {
public:
    void clear(std::size_t expected);
    /// False if it was there already.
    bool insert(std::uint64_t hash);
    std::size_t size() const { return count_; }
    /// How many distinct values of `hashes` are in the set.
    std::size_t common(const std::vector<std::uint64_t>& hashes);

private:
    struct Slot {
        std::uint64_t hash;
        std::uint32_t round;  ///< the clear() it belongs to
        std::uint32_t seen;   ///< the common() that met it
    };
    std::size_t slotOf(std::uint64_t hash) const;
    std::vector<Slot> slots_;
    std::size_t mask_ = 0, count_ = 0;
    std::uint32_t round_ = 0, query_ = 0;
};

}  // namespace anneal::data
