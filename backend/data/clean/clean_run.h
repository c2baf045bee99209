#pragma once
// A bound recipe run over a whole data set, or over a shard of it: pass by pass, on several threads, with the same outcome on any
// number of them.

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "base/stop_token.h"
#include "data/clean/blocks.h"
#include "data/clean/bound_recipe.h"
#include "data/dataset.h"

namespace anneal::data {

/// One of `count` stretches of a data set, cut between blocks; together they are the whole.
struct Shard {
    int index = 1;  ///< from 1
    int count = 1;
};

struct CleanRunOptions {
    int threads = 0;  ///< 0: all cores
    TraceDetail detail = TraceDetail::none;
    Shard shard;
    std::filesystem::path scratch;  ///< a folder for what is kept aside between passes
};

/// Where the outcome goes. `store` on any thread, the others in the order of the data set. What is not set is not asked for.
struct CleanSink {
    std::function<Status(std::size_t part, const arrow::Table& rows)> store;
    std::function<Status(Trace& trace)> trace;  ///< which it may take
    std::function<Status(const std::vector<RowId>& ids)> rows;
};

class CleanRun {
public:
    CleanRun(const Dataset& dataset, const BoundRecipe& recipe, CleanRunOptions options, const base::ProgressFunction& progress,
             const base::StopToken& stop);

    /// A pass ends before each learner that knows nothing yet, which looks at the rows that are left; they are kept aside meanwhile.
    /// `known`: learners have recalled a plan.
    Status run(const CleanSink& sink, bool known = false);

    const std::vector<StepCount>& counts() const { return counts_; }

private:
    struct PartOutcome;
    Result<std::vector<Batch>> readInput(std::size_t part) const;
    Result<std::vector<Batch>> readAside(std::size_t part) const;
    Status writeAside(std::size_t part, const std::vector<Batch>& batches) const;
    Status storePart(PartOutcome& outcome, const CleanSink& sink) const;
    Status pass(std::size_t begin, std::size_t end, const CleanSink* sink);

    const Dataset& dataset_;
    Blocks blocks_;
    const BoundRecipe& recipe_;
    CleanRunOptions options_;
    const base::ProgressFunction& progress_;
    const base::StopToken& stop_;
    std::int64_t beginBlock_ = 0, endBlock_ = 0;  ///< the shard's
    std::vector<StepCount> counts_;
    std::function<Status(Trace& trace)> traceTo_;
    bool aside_ = false;
    std::int64_t progressDone_ = 0, progressTotal_ = 0;
};

}  // namespace anneal::data
