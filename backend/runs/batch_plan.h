#pragma once
// Which samples make which micro-batch: a function of the spec, the lengths and the seed alone, the same on every rank.
// The trainer walks it, the forecast counts with it.

#include <cstdint>
#include <span>
#include <vector>

#include "runs/spec.h"

namespace anneal::runs {

/// Samples that one rank runs together, flattened. May be empty at the end of an epoch for the last ranks.
using MicroBatch = std::vector<std::uint32_t>;

/// One optimiser step: micro[m][r] is micro-batch m of rank r.
struct PlannedStep {
    std::vector<std::vector<MicroBatch>> micro;
};

class BatchPlan {
public:
    /// `lengths`: tokens of each sample. With packing a row of the batch is a bin of up to cutoffLen tokens.
    BatchPlan(const RunSpec& spec, std::vector<std::uint32_t> lengths, int worldSize);

    /// The steps of one epoch (from 0), in order. The remainder of an epoch makes a smaller last step.
    std::vector<PlannedStep> epoch(std::int64_t index) const;
    std::int64_t stepsPerEpoch() const;
    /// By numTrainEpochs (fractions count steps, rounded up), cut by maxSteps.
    std::int64_t totalSteps() const;
    /// warmupSteps, or warmupRatio of totalSteps rounded up.
    std::int64_t warmupSteps() const;

private:
    std::vector<std::vector<std::uint32_t>> rowsOf(std::int64_t epochIndex) const;
    std::int64_t rowsPerStep() const;

    RunSpec spec_;
    std::vector<std::uint32_t> lengths_;
    std::int64_t worldSize_;
    std::vector<std::vector<std::uint32_t>> rows_;  ///< samples of each row of a batch, in file order or as packed
};

}  // namespace anneal::runs
