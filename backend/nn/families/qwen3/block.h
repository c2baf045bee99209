#pragma once
// Qwen3: each head of q and k is normalised before its rotation; headDim stands on its own.

#include "catalogue/model_config.h"
#include "nn/layers/decoder_block.h"
#include "nn/parameters.h"

namespace anneal::nn::qwen3 {

DecoderBlock makeBlock(const catalogue::ModelConfig& config, const Parameters& parameters, std::int64_t layer);

}  // namespace anneal::nn::qwen3
