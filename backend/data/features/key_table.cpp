#include "data/features/key_table.h"

#include <xxhash.h>

namespace anneal::data::features {
namespace {

std::uint64_t hashOf(std::int64_t key) { return XXH3_64bits(&key, sizeof key); }
std::uint64_t hashOf(std::string_view key) { return XXH3_64bits(key.data(), key.size()); }

}  // namespace

template <class Key>
std::size_t KeyTable::slotOf(Key key) const {
    const auto mask = slots_.size() - 1;
    for (auto slot = std::size_t(hashOf(key)) & mask;; slot = (slot + 1) & mask)
        if (slots_[slot] < 0 || is(slots_[slot], key)) return slot;
}

void KeyTable::grow() {
    slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, -1);
    for (std::size_t place = 0; place < size(); ++place) {
        const auto slot = texts() ? slotOf(text(place)) : slotOf(number(place));
        slots_[slot] = std::int32_t(place);
    }
}

template <class Key>
std::pair<std::int32_t, bool> KeyTable::addKey(Key key) {
    if (slots_.size() < 2 * (size() + 1)) grow();
    auto& place = slots_[slotOf(key)];
    if (place >= 0) return {place, false};
    place = std::int32_t(size());
    if constexpr (std::is_same_v<Key, std::int64_t>)
        numbers_.push_back(key);
    else
        texts_.append(key);
    return {place, true};
}

template <class Key>
std::int32_t KeyTable::findKey(Key key) const {
    return slots_.empty() ? -1 : slots_[slotOf(key)];
}

template std::pair<std::int32_t, bool> KeyTable::addKey(std::int64_t);
template std::pair<std::int32_t, bool> KeyTable::addKey(std::string_view);
template std::int32_t KeyTable::findKey(std::int64_t) const;
template std::int32_t KeyTable::findKey(std::string_view) const;

}  // namespace anneal::data::features
