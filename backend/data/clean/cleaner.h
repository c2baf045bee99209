#pragma once
// A recipe applied to a data set gives a new version of it.

#include <filesystem>
#include <string>
#include <vector>

#include "base/stop_token.h"
#include "data/clean/clean_run.h"
#include "data/dataset.h"

namespace anneal::data {

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
    Shard shard;
    std::filesystem::path plan;  ///< a folder that writePlan made; needed for a shard if a step must have seen all rows
};

/// The same rows on any number of threads. Beside the data stand recipe.yaml and trace/, which tells of every row what became of it
/// (explain.h); the provenance names the old data set by path and hash. Stopped, killed or out of disk, the earlier version stays.
/// Errors: those of the steps, "plan_needed", "already_exists", "disk_full", "stopped".
Result<CleanReport> cleanDataset(const Dataset& dataset, const Recipe& recipe, const CleanOptions& options,
                                 const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

}  // namespace anneal::data
