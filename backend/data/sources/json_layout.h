#pragma once
// Where the rows stand in a JSON file, judged by its first bytes.

#include <string_view>

#include "data/sources/json_rows.h"

namespace anneal::data {

/// `namedLines`: the name says JSON-lines. `records`: the path that a person gave, or nothing.
JsonReading detectLayout(std::string_view sample, bool sampleIsWhole, bool namedLines, const std::vector<std::string>& records);

std::string_view layoutName(JsonLayout layout);  ///< "lines"

}  // namespace anneal::data
