#pragma once
// The states of a run and what is told of one.

#include <cstdint>
#include <optional>
#include <string>

#include "base/json.h"
#include "base/result.h"

namespace anneal::runs {

enum class RunState { queued, running, paused, done, stopped, failed, lost };

std::string toText(RunState state);
Result<RunState> parseRunState(std::string_view text);
/// done, stopped, failed: nothing more will be written.
bool isTerminal(RunState state);

/// One logged step. `loss` is the mean per trained token since the last logged row, before the update.
struct Metric {
    std::int64_t step = 0;
    double epoch = 0;
    std::optional<double> loss;
    std::optional<double> evalLoss;
    std::optional<double> learningRate;
    std::optional<double> gradNorm;
    std::optional<double> tokensPerSecond;  ///< without padding
    double time = 0;                        ///< UNIX seconds; 0: now
};

/// What a run came to; written with its terminal state.
struct RunSummary {
    std::optional<double> trainLoss;  ///< mean per trained token over the run
    std::optional<double> evalLoss;   ///< the last evaluation's
    std::optional<double> bestEvalLoss;
    std::optional<std::int64_t> bestStep;
    std::optional<double> tokensPerSecond;
    std::optional<std::int64_t> peakMemoryBytes;
    std::string adapter;  ///< folder, empty if none
    std::string model;    ///< folder, empty if none
    Json extra = Json::object();

    Json toJson() const;
    static RunSummary fromJson(const Json& document);
};

struct RunStatus {
    std::string id;
    RunState state = RunState::queued;
    std::int64_t step = 0;
    std::int64_t totalSteps = 0;
    double created = 0, started = 0, finished = 0;  ///< UNIX seconds, 0: not yet
    double seconds = 0;                             ///< it ran, over all its lives
    std::optional<Error> error;                     ///< of failed, stopped by force, and lost
    RunSummary summary;
};

double unixNow();

}  // namespace anneal::runs
