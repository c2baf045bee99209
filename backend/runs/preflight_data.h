#pragma once
// The part of preflight that looks at the prepared samples.

#include "runs/preflight.h"

namespace anneal::runs {

std::vector<Check> dataChecks(const PreflightInput& input);

}  // namespace anneal::runs
