#pragma once

#include <memory>

#include "nn/causal_lm.h"

namespace anneal::nn::llama {

std::unique_ptr<CausalLm> makeModel(const catalogue::ModelConfig& config, Parameters parameters, at::ScalarType dtype);

}  // namespace anneal::nn::llama
