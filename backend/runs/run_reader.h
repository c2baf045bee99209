#pragma once
// Reads a run while it is written. Opens run.db read-only; one thread at a time.

#include <memory>
#include <vector>

#include "runs/run_directory.h"
#include "runs/run_state.h"

namespace anneal::runs {

struct RunEvent {
    std::int64_t id = 0;
    double time = 0;
    std::string kind, message;
    Json data;
};
struct RunSample {
    std::int64_t step = 0;
    int index = 0;
    std::string prompt, expected, text;
};

class RunReader {
public:
    static Result<RunReader> open(const RunDirectory& directory);
    RunReader(RunReader&&) noexcept;
    RunReader& operator=(RunReader&&) noexcept;
    ~RunReader();

    /// The state as recorded, or `lost` where a live state has neither a supervisor nor a heartbeat younger than 30 s.
    Result<RunStatus> status() const;
    /// As recorded, without a look at the processes.
    Result<RunStatus> recordedStatus() const;
    /// Rows with step > afterStep, by step.
    Result<std::vector<Metric>> metrics(std::int64_t afterStep = -1) const;
    Result<std::vector<RunEvent>> events(std::int64_t afterId = 0) const;
    Result<std::vector<RunSample>> samples() const;

private:
    struct Recorded {
        RunStatus status;
        double updated = 0;
    };
    Result<Recorded> recorded() const;

    struct State;
    explicit RunReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// True while a supervisor or a rank of the run lives (by pid on this host, by a heartbeat younger than 30 s on another).
bool isLive(const RunDirectory& directory);
/// "run_busy": what is asked for cannot be done while the run lives.
Error busyError(const RunDirectory& directory);

}  // namespace anneal::runs
