#pragma once
// The whole look at a run before it starts: prepare the data aside, measure a few steps where wanted, count the rest, check it all.

#include <filesystem>

#include "base/stop_token.h"
#include "runs/preflight.h"

namespace anneal::runs {

struct Assessment {
    RunSpec spec;  ///< with its paths resolved
    Forecast forecast;
    std::vector<Check> checks;
    text::PreparedManifest train;
    std::optional<text::PreparedManifest> eval;
};

/// `program` is the anneal that can supervise the few measured steps; empty: none are made, and the time is not known. A run
/// that ran out of memory while being measured is forecast as one that does not fit. Nothing stays on disk.
/// Errors: those of resolvePaths, prepareRunTokens and calibrate.
Result<Assessment> assessRun(RunSpec spec, const std::filesystem::path& program, const base::ProgressFunction& progress = {},
                             const base::StopToken& stop = {});

}  // namespace anneal::runs
