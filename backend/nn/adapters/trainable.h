#pragma once
// Which of the base model's own parameters are trained.

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "nn/causal_lm.h"

namespace anneal::nn {

/// Full fine-tuning: every parameter.
void trainEverything(CausalLm& model);

/// LLaMA-Factory's freeze: only some blocks, and in them only some modules, are trained.
struct FreezeConfig {
    std::int64_t layers = 2;                  ///< the last n blocks; negative: the first n
    std::vector<std::string> modules{"all"};  ///< "all", or parts of names: "mlp", "self_attn"
    std::vector<std::string> extraModules;    ///< outside the blocks: "embed_tokens", "norm", "lm_head"
};
/// Errors: "freeze_layers_invalid", "target_modules_unknown".
Status trainPart(CausalLm& model, const FreezeConfig& config);

}  // namespace anneal::nn
