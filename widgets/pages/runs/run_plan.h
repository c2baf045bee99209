#pragma once
// What a run is going to read and to need, counted from its spec and its tokens as the trainer itself does.

#include "base/stop_token.h"
#include "runs/run_directory.h"

namespace anneal::pages {

struct RunPlan {
    std::vector<std::int64_t> tokens;         ///< read by the end of each step, the first step's at 0
    std::optional<std::int64_t> memoryBytes;  ///< forecast for one rank
    std::optional<std::int64_t> deviceBytes;  ///< all that the device has for it

    /// Read by the end of `step`; beyond the plan as many as at its end.
    std::int64_t tokensAt(std::int64_t step) const;
};

/// Takes as long as the planning of every epoch: a job. Errors: those of RunDirectory::spec and PreparedTokens::open, "stopped".
Result<RunPlan> planRun(const runs::RunDirectory& directory, const base::StopToken& stop = {});

}  // namespace anneal::pages
