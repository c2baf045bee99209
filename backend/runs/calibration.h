#pragma once
// A few real steps of a run, in a directory of their own that is deleted again, to learn its speed and memory.

#include <filesystem>

#include "base/stop_token.h"
#include "runs/forecast.h"

namespace anneal::runs {

/// `program` is the anneal that can supervise. Takes the start of the engine and about five seconds of steps.
/// Errors: what the engine says ("out_of_memory" among it), "stopped".
Result<Calibration> calibrate(const RunSpec& spec, const std::filesystem::path& trainTokens, const std::filesystem::path& program,
                              const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

}  // namespace anneal::runs
