#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "nn/causal_lm.h"

namespace anneal::nn {

/// The linear layers that `targets` name: "all" or "all-linear" for every one, else the end of the name at a dot, as PEFT
/// matches them ("q_proj", "mlp.down_proj"). Error "target_modules_unknown" names each target that matches nothing.
Result<std::vector<NamedLinear>> matchLinears(CausalLm& model, const std::vector<std::string>& targets);

}  // namespace anneal::nn
