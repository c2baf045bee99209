#pragma once
// The part of preflight that holds the forecast against this machine.

#include "runs/preflight.h"

namespace anneal::runs {

std::vector<Check> machineChecks(const PreflightInput& input);

}  // namespace anneal::runs
