#pragma once
// Llama 1 to 3, DeepSeek-LLM, Qwen2, Qwen2.5, Qwen3 and the DeepSeek-R1 distillations of them.

#include <memory>

#include "nn/causal_lm.h"

namespace anneal::nn::dense {

std::unique_ptr<CausalLm> makeModel(const catalogue::ModelConfig& config, Parameters parameters, at::ScalarType dtype);

}  // namespace anneal::nn::dense
