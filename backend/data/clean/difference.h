#pragma once
// How one text differs from another, for people to look at and for keeping small.

#include <cstddef>
#include <string_view>
#include <vector>

namespace anneal::data {

/// The one stretch outside which two texts are equal, in bytes, never inside a character.
struct Hull {
    std::size_t at = 0;        ///< in `before`
    std::size_t removed = 0;   ///< bytes of `before`
    std::size_t inserted = 0;  ///< bytes of `after` in their place
};
Hull hullOf(std::string_view before, std::string_view after);

/// The stretches that differ, in order, found in one walk: where the texts part, the next few bytes tell how they meet again. Where
/// they do not, the last stretch reaches to the texts' common end.
std::vector<Hull> stretchesOf(std::string_view before, std::string_view after);

struct DiffSpan {
    enum class Kind { same, removed, added };
    Kind kind = Kind::same;
    std::size_t begin = 0, size = 0;  ///< bytes of `before`, or of `after` where added
    bool operator==(const DiffSpan&) const = default;
};

/// The texts side by side, word by word (Myers 1986); each CJK character is a word. Where more than `mostEdits` words differ, the
/// whole stretch between the first and the last difference counts as replaced.
std::vector<DiffSpan> diffSpans(std::string_view before, std::string_view after, std::size_t mostEdits = 400);

}  // namespace anneal::data
