#pragma once
// The tokens that end a model's answer.

#include <cstdint>
#include <filesystem>
#include <vector>

#include "catalogue/model_config.h"
#include "text/tokenizer.h"

namespace anneal::generate {

/// Those of config.json, of generation_config.json in `folder` if it is there, and the tokenizer's end token; rising, each once.
std::vector<std::int32_t> stopIds(const std::filesystem::path& folder, const catalogue::ModelConfig& config,
                                  const text::Tokenizer& tokenizer);

}  // namespace anneal::generate
