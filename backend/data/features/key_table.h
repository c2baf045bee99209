#pragma once
// Distinct keys in the order in which they came, and the place of each.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "data/features/text_list.h"

namespace anneal::data::features {

/// Keys are either all numbers or all texts.
class KeyTable {
public:
    /// Its place, and whether it is new.
    std::pair<std::int32_t, bool> add(std::int64_t key) { return addKey(key); }
    std::pair<std::int32_t, bool> add(std::string_view key) { return addKey(key); }
    /// -1: not there.
    std::int32_t find(std::int64_t key) const { return findKey(key); }
    std::int32_t find(std::string_view key) const { return findKey(key); }

    std::size_t size() const { return numbers_.size() + texts_.size(); }
    bool texts() const { return texts_.size() > 0; }
    std::int64_t number(std::size_t place) const { return numbers_[place]; }
    std::string_view text(std::size_t place) const { return texts_[place]; }

private:
    template <class Key>
    std::pair<std::int32_t, bool> addKey(Key key);
    template <class Key>
    std::int32_t findKey(Key key) const;
    /// Where the key is or would be; there are slots.
    template <class Key>
    std::size_t slotOf(Key key) const;
    bool is(std::int32_t place, std::int64_t key) const { return numbers_[std::size_t(place)] == key; }
    bool is(std::int32_t place, std::string_view key) const { return texts_[std::size_t(place)] == key; }
    void grow();

    std::vector<std::int32_t> slots_;  ///< places, -1 where free; twice as many as keys at least
    std::vector<std::int64_t> numbers_;
    TextList texts_;
};

}  // namespace anneal::data::features
