#pragma once
// Llama 1 to 3 and DeepSeek-LLM: rotary positions with optional scaling, optional biases, no norm of heads.

#include "catalogue/model_config.h"
#include "nn/layers/decoder_block.h"
#include "nn/parameters.h"

namespace anneal::nn::llama {

DecoderBlock makeBlock(const catalogue::ModelConfig& config, const Parameters& parameters, std::int64_t layer);

}  // namespace anneal::nn::llama
