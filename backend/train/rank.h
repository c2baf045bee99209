#pragma once
// One rank of a training run, from its directory alone.

#include "runs/run_directory.h"
#include "runs/run_state.h"
#include "train/process_group.h"

namespace anneal::train {

struct TrainOutcome {
    runs::RunState state = runs::RunState::done;  ///< done or stopped
    std::int64_t step = 0;
    runs::RunSummary summary;
};

/// Trains until the end, a stop or a failure, continuing from the newest checkpoint. Rank 0 writes run.db, the terminal state
/// included; other ranks leave their failure in ranks/N.error.json. Watchers follow run.db: its progress, metrics and events.
Result<TrainOutcome> trainRank(const runs::RunDirectory& directory, const RankEnvironment& environment);

}  // namespace anneal::train
