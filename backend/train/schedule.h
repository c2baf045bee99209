#pragma once
// Learning rate over the optimiser's steps, as Hugging Face's schedulers compute it.

#include <cstdint>

#include "runs/spec.h"

namespace anneal::train {

class Schedule {
public:
    /// `warmup_stable_decay` holds for a third of what follows the warm-up, then decays by a half cosine (as LLaMA-Factory).
    Schedule(runs::LrScheduler type, std::int64_t totalSteps, std::int64_t warmupSteps);

    /// The factor on the base rate for the update that follows `step` finished ones (the first update is step 0).
    double factor(std::int64_t step) const;

private:
    runs::LrScheduler type_;
    std::int64_t total_;
    std::int64_t warmup_;
    std::int64_t decayStart_;
};

}  // namespace anneal::train
