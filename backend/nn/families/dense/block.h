#pragma once
// One layer of a dense decoder out of a model's parameters. What sets the families apart is in the config and in which
// tensors there are: biases (Qwen2), norms of each head's q and k (Qwen3), windowed layers, stretched rotary positions.

#include "catalogue/model_config.h"
#include "nn/layers/decoder_block.h"
#include "nn/parameters.h"

namespace anneal::nn::dense {

DecoderBlock makeBlock(const catalogue::ModelConfig& config, const Parameters& parameters, std::int64_t layer);

}  // namespace anneal::nn::dense
