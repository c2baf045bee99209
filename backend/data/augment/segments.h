#pragma once
// Where a text's words are.

#include <cstddef>
#include <string_view>
#include <vector>

namespace anneal::data {

struct WordPlace {
    std::size_t begin = 0, end = 0;  ///< bytes, `end` not included
    bool han = false;                ///< Chinese or Japanese: written without blanks between words
};

/// Words are runs of letters and digits, joined by an apostrophe or a hyphen ("don't"), and by a point or a comma between digits;
/// Chinese and Japanese are cut by ICU's dictionary. Any thread.
std::vector<WordPlace> wordPlaces(std::string_view text);

}  // namespace anneal::data
