#pragma once
// Qwen2, Qwen2.5 and DeepSeek-R1-Distill-Qwen: biases on q, k and v; some layers may be windowed.

#include "catalogue/model_config.h"
#include "nn/layers/decoder_block.h"
#include "nn/parameters.h"

namespace anneal::nn::qwen2 {

DecoderBlock makeBlock(const catalogue::ModelConfig& config, const Parameters& parameters, std::int64_t layer);

}  // namespace anneal::nn::qwen2
