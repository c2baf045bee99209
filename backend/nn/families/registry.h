#pragma once
// The model families by config.json's model_type. A new family is a new folder and one line in registry.cpp.

#include <memory>
#include <string_view>

#include "base/result.h"
#include "nn/causal_lm.h"

namespace anneal::nn {

/// Makes a model over `parameters`, which hold every tensor of config.parameters(); it computes in `dtype`.
using FamilyBuilder = std::unique_ptr<CausalLm> (*)(const catalogue::ModelConfig& config, Parameters parameters, at::ScalarType dtype);

/// Error: "unknown_family".
Result<FamilyBuilder> familyBuilder(std::string_view name);

}  // namespace anneal::nn
