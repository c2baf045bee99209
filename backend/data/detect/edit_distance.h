#pragma once
// How many characters must be put in, taken out or exchanged to make one text of another (Levenshtein 1966).

#include <cstddef>
#include <optional>
#include <string_view>

namespace anneal::data {

/// In code points; nothing if it is more than `most`, which costs no more than `most` times the length to find out.
std::optional<std::size_t> editDistance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace anneal::data
