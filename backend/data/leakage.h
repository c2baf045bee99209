#pragma once
// Rows of one part of a split that a model would know from another part.

#include <string>
#include <vector>

#include "base/stop_token.h"
#include "data/dataset.h"

namespace anneal::data {

struct Leak {
    std::string part;
    std::int64_t rows = 0;   ///< of the part
    std::int64_t exact = 0;  ///< of these, equal in content to a row of an earlier part
    std::int64_t near = 0;   ///< of the others, nearly equal to one (Jaccard of 5-grams of characters of at least 0.8)
};

/// Of each part but the first. The parts have the same columns. Errors: "column_unknown", "stopped".
Result<std::vector<Leak>> findLeaks(const std::vector<std::pair<std::string, Dataset>>& parts, int threads = 0,
                                    const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

OrderedJson toJson(const Leak& leak);

}  // namespace anneal::data
