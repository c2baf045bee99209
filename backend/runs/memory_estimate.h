#pragma once
// What training takes in memory, from shapes alone: weights, gradients and optimiser counted, activations estimated.

#include <cstdint>

#include "catalogue/model_config.h"
#include "runs/spec.h"

namespace anneal::runs {

/// Bytes of one rank.
struct MemoryParts {
    std::int64_t weights = 0;
    std::int64_t optimizer = 0;
    std::int64_t gradients = 0;
    std::int64_t activations = 0;  ///< of the largest micro-batch
    std::int64_t runtime = 0;      ///< libraries and their work space

    std::int64_t total() const { return weights + optimizer + gradients + activations + runtime; }
};

/// Parameters that the method trains.
std::int64_t trainedParameters(const RunSpec& spec, const catalogue::ModelConfig& config);

/// What a run leaves: the adapter or the model, in FP32.
std::int64_t resultBytes(const RunSpec& spec, const catalogue::ModelConfig& config);
/// One checkpoint: the result with the optimiser's state.
std::int64_t checkpointBytes(const RunSpec& spec, const catalogue::ModelConfig& config);

/// Of the spec it reads the method, its dtypes and its checkpointing. `tokens`: of the largest micro-batch of one rank.
MemoryParts estimateMemory(const RunSpec& spec, const catalogue::ModelConfig& config, std::int64_t tokens, bool cuda, bool bf16);

}  // namespace anneal::runs
