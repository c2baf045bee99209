#pragma once

#include <string>
#include <vector>

#include "data/dataset.h"
#include "runs/model_reference.h"

namespace anneal::cli {

/// How `dataset` is prepared for an evaluation: as the run that made the model prepared its own data, over that `overrides`
/// (key=value, the data and precision keys of RUN.yaml only). Plain text is evaluated as stage: pt has it.
/// Errors: "key_unknown", "key_refused" for a key that has no part in an evaluation, "value_invalid".
Result<runs::RunSpec> evalSpec(const runs::ModelReference& reference, const data::Dataset& dataset,
                               const std::vector<std::string>& overrides);

}  // namespace anneal::cli
