#pragma once

#include "base/result.h"
#include "catalogue/model_config.h"
#include "runs/spec.h"

namespace anneal::runs {

/// Whether every name in lora_target is that of a linear layer of the model. Error "target_modules_unknown".
Status checkLoraTargets(const RunSpec& spec, const catalogue::ModelConfig& config);

}  // namespace anneal::runs
