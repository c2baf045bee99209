#pragma once
// `anneal supervise RUN_DIR`: a detached process that starts the ranks, reaps them and writes how the run ended.

#include <chrono>
#include <filesystem>
#include <functional>

#include "runs/run_directory.h"
#include "runs/run_state.h"

namespace anneal::runs {

struct SupervisorOptions {
    std::filesystem::path engine;                                ///< empty: the anneal-engine beside this program
    std::chrono::milliseconds grace = std::chrono::seconds(60);  ///< from stop to SIGTERM
    std::chrono::milliseconds kill = std::chrono::seconds(15);   ///< from SIGTERM to SIGKILL
};

/// Starts `program supervise RUN_DIR` in a session of its own and returns once it holds the run.
Status startSupervisor(const RunDirectory& directory, const std::filesystem::path& program);

/// The body of that process: returns when every rank is reaped and the terminal state written. `beforeEnd` runs when the ranks
/// are gone and the run still reads as live, so that whoever waits for the end finds its work done.
Result<RunState> supervise(const RunDirectory& directory, const SupervisorOptions& options = {},
                           const std::function<void()>& beforeEnd = {});

/// Asks a live run to stop: by its supervisor, which sees to it, else by a command. "run_not_live" if it is not.
Status requestStop(const RunDirectory& directory);

}  // namespace anneal::runs
