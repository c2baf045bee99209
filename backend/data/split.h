#pragma once
// A data set divided into training, validation and test parts.

#include <filesystem>
#include <string>
#include <vector>

#include "base/stop_token.h"
#include "data/dataset.h"

namespace anneal::data {

struct SplitOptions {
    std::vector<std::pair<std::string, double>> fractions = {
        {"train", 0.9}, {"validation", 0.05}, {"test", 0.05}};  ///< in [0, 1], sum at most 1
    std::uint64_t seed = 42;
    std::string stratify;            ///< a column whose values keep their shares in every part; empty: none
    std::vector<std::string> group;  ///< rows with equal values in these columns stay together
    std::string time;                ///< a column of times or numbers: the earliest rows come first, the latest last; empty: at random
    double near = 0;                 ///< rows at least this similar (Jaccard of 5-grams of characters) stay together; 0: only equal ones do
    int threads = 0;                 ///< 0: all cores
    std::filesystem::path out;       ///< holds one data set a part, called after it
    bool replace = false;
};

struct SplitPart {
    std::string name;
    std::filesystem::path dataset;
    std::int64_t rows = 0;
};

/// Rows equal in content go to the same part, so that a part may miss its fraction by the size of such a group. Rows keep their order.
/// The same seed gives the same parts whatever the order of the rows. Fractions that sum to less than 1 leave rows out.
/// Errors: "split_invalid", "column_unknown", "stopped".
Result<std::vector<SplitPart>> splitDataset(const Dataset& dataset, const SplitOptions& options,
                                            const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

}  // namespace anneal::data
