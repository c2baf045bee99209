#pragma once
// The model a run trains, with what it trains of it marked.

#include <filesystem>
#include <memory>

#include "nn/causal_lm.h"
#include "runs/spec.h"

namespace anneal::train {

/// From the base model (and a fresh or given adapter), or from a checkpoint when `checkpoint` is not empty.
/// Errors: those of nn/load.h, nn/adapters/lora.h and nn/adapters/trainable.h.
Result<std::unique_ptr<nn::CausalLm>> loadTrainee(const runs::RunSpec& spec, const std::filesystem::path& checkpoint, at::Device device,
                                                  at::ScalarType dtype);

}  // namespace anneal::train
