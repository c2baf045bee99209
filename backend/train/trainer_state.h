#pragma once
// Where a run stands: all that is not a tensor. Kept in each checkpoint as trainer_state.json.

#include <cstdint>
#include <optional>
#include <string>

#include "base/json.h"

namespace anneal::train {

/// Sum of losses over trained tokens.
struct LossTotal {
    double sum = 0;
    std::int64_t tokens = 0;

    void add(const LossTotal& other) {
        sum += other.sum;
        tokens += other.tokens;
    }
    std::optional<double> mean() const { return tokens > 0 ? std::optional(sum / static_cast<double>(tokens)) : std::nullopt; }
};

struct TrainerState {
    std::int64_t step = 0;    ///< finished optimiser steps: the place of schedule and sampler too
    double learningRate = 0;  ///< base rate, as last set
    LossTotal sinceLogged;    ///< since the last row of metrics
    LossTotal overRun;
    std::int64_t tokens = 0;  ///< read in training, trained or not, over all ranks
    double seconds = 0;       ///< spent in steps, without evaluation and checkpoints

    std::optional<double> evalLoss;  ///< of the last evaluation
    std::int64_t evaluatedStep = -1;
    std::optional<double> bestEvalLoss;
    std::int64_t bestStep = 0;
    int evaluationsWithoutGain = 0;

    Json environment = Json::object();  ///< what bit-exact resume depends on, see environment.h
    std::string dataHash;               ///< of the prepared training samples

    Json toJson() const;
    static Result<TrainerState> fromJson(const Json& document);
};

}  // namespace anneal::train
