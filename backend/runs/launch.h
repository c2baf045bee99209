#pragma once
// The way from a RUN.yaml to a live run, for the command line and the window alike.

#include <filesystem>
#include <string>
#include <vector>

#include "base/stop_token.h"
#include "runs/run_directory.h"
#include "runs/run_tokens.h"

namespace anneal::runs {

/// Resolves paths, makes the run's directory and prepares its tokens. If that fails nothing of it stays.
Result<RunDirectory> createRun(RunSpec spec, const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

/// What a resume may change in the frozen spec: where and how long, never what is trained on what.
const std::vector<std::string>& resumableKeys();

/// Makes a run that is not live ready to go on from its newest checkpoint, with what `changes` sets. Missing tokens are prepared
/// again. Errors: "run_busy", "resume_mismatch" names the keys that may not change.
Status reopenRun(const RunDirectory& directory, const std::vector<std::string>& overrides, const base::ProgressFunction& progress = {},
                 const base::StopToken& stop = {});
/// The same with the RUN.yaml that the person gave again.
Status reopenRun(const RunDirectory& directory, RunSpec wanted, const base::ProgressFunction& progress = {},
                 const base::StopToken& stop = {});

}  // namespace anneal::runs
