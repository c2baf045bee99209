#pragma once
// How large the files of an export will be, from the model's shapes alone.

#include <cstdint>
#include <string_view>

#include "catalogue/model_config.h"

namespace anneal::catalogue {

/// A Hugging Face folder's weights in "float32", "bfloat16" or "float16".
std::uint64_t folderBytes(const ModelConfig& config, std::string_view dtype);

/// Whether `type` cuts rows into blocks of 256 values that this model's rows do not divide into, so that llama.cpp takes another
/// type for them: the file is larger and the name says more than it holds.
bool fallsBack(const ModelConfig& config, std::string_view type);

/// A GGUF file of a type by llama.cpp's name ("Q4_K_M"), as its quantiser mixes types over the tensors (llama-quant.cpp); 0 for a type
/// whose mix is not known here. Within 1 % of the file, tokens and merges estimated.
std::uint64_t ggufBytes(const ModelConfig& config, std::string_view type);

}  // namespace anneal::catalogue
