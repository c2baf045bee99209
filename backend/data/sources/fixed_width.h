#pragma once
// Columns of text that stand at the same place in every line.

#include <string_view>
#include <vector>

namespace anneal::data {

/// Characters of each column, the last one open-ended; empty where the lines show no such columns.
std::vector<int> detectWidths(std::string_view sample, bool sampleIsWhole);

/// The columns of one line, without the spaces around them. False if a value lies across a border.
bool splitAtWidths(std::string_view line, const std::vector<int>& widths, std::vector<std::string_view>& cells);

}  // namespace anneal::data
