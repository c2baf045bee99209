#pragma once
// A recipe applied to a data set gives a new version of it.

#include <filesystem>
#include <string>
#include <vector>

#include "base/stop_token.h"
#include "data/clean/recipe.h"
#include "data/dataset.h"

namespace anneal::data {

struct StepCount {
    std::string step;
    std::int64_t rowsIn = 0, rowsOut = 0, changed = 0, dropped = 0;
    double seconds = 0;  ///< summed over threads
};

struct CleanReport {
    std::filesystem::path dataset;
    Manifest manifest;
    std::int64_t rowsIn = 0, rowsOut = 0;
    std::vector<StepCount> steps;
};

struct CleanOptions {
    std::filesystem::path out;  ///< empty: a new folder in datasetsHome()
    bool replace = false;
    int threads = 0;  ///< 0: all cores
};

/// The same rows on any number of threads. dropped.jsonl tells of every dropped row its number in the old data set, the step
/// and the reason; recipe.yaml is kept beside it, and the provenance names the old data set by path and hash.
Result<CleanReport> cleanDataset(const Dataset& dataset, const Recipe& recipe, const CleanOptions& options,
                                 const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

}  // namespace anneal::data
