#pragma once

#include <memory>

#include "nn/causal_lm.h"

namespace anneal::nn::qwen3 {

std::unique_ptr<CausalLm> makeModel(const catalogue::ModelConfig& config, Parameters parameters, at::ScalarType dtype);

}  // namespace anneal::nn::qwen3
