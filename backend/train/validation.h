#pragma once
// The loss on samples that are not trained on.

#include "nn/causal_lm.h"
#include "train/process_group.h"
#include "train/samples.h"
#include "train/trainer_state.h"

namespace anneal::train {

/// Over all trained tokens of `samples`, shared among the ranks. Leaves the model in training mode.
Result<LossTotal> validate(nn::CausalLm& model, const Samples& samples, int batchSize, ProcessGroup& group);

}  // namespace anneal::train
