#pragma once
// The only writer of run.db: rank 0 while it trains, the supervisor after rank 0 is reaped.
// One thread at a time. Holding one holds the run's lock; a second writer gets "run_busy".

#include <memory>
#include <optional>
#include <string>

#include "runs/run_directory.h"
#include "runs/run_state.h"

namespace anneal::runs {

class RunRecorder {
public:
    /// A new run.db in state queued. `id` is kept in it.
    static Result<RunRecorder> create(const RunDirectory& directory, const std::string& id);
    static Result<RunRecorder> open(const RunDirectory& directory);
    RunRecorder(RunRecorder&&) noexcept;
    RunRecorder& operator=(RunRecorder&&) noexcept;
    ~RunRecorder();

    /// State running. Rows after `fromStep` are of a life that was lost; they go. fromStep 0: a fresh start.
    Status begin(std::int64_t fromStep, std::int64_t totalSteps);
    Status setState(RunState state);
    /// Where training is, for watchers; kept to about four writes a second.
    Status progress(std::int64_t step);
    /// Adds the row of a step, or the fields it has to the row that is there.
    Status metric(const Metric& metric);
    Status evaluation(std::int64_t step, double evalLoss);
    /// kind: "checkpoint", "note", "warning", "error", "command", "early_stop", …
    Status event(const std::string& kind, const std::string& message, const Json& data = Json::object());
    /// A text generated while training.
    Status sample(std::int64_t step, int index, const std::string& prompt, const std::string& expected, const std::string& text);
    /// The terminal state with its reason; the last write of a life.
    Status finish(RunState state, std::int64_t step, const RunSummary& summary, const std::optional<Error>& error = {});

private:
    struct State;
    explicit RunRecorder(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::runs
