#pragma once
// The whole way from a RUN.yaml to its forecast: prepare the data aside, measure a few steps, count the rest.

#include <filesystem>

#include "base/stop_token.h"
#include "runs/forecast.h"
#include "runs/spec.h"

namespace anneal::runs {

/// `program` is the anneal that can supervise the few measured steps; empty: none are made, and the time is not known. A run
/// that ran out of memory while being measured is forecast as one that does not fit. Nothing stays on disk.
/// Errors: those of resolvePaths, prepareRunTokens and calibrate.
Result<Forecast> measuredForecast(RunSpec spec, const std::filesystem::path& program, const base::ProgressFunction& progress = {},
                                  const base::StopToken& stop = {});

}  // namespace anneal::runs
