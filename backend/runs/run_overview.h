#pragma once
// A run at a glance: what lists, tables and small curves show of it.

#include <deque>

#include "runs/run_reader.h"

namespace anneal::runs {

inline constexpr std::size_t kCurvePoints = 64;

struct RunOverview {
    RunDirectory directory{{}};
    RunStatus status;
    std::string name;       ///< its label's, or of its folder; a run that was given none has its id
    bool archived = false;  ///< laid aside
    RunSpec spec;
    Metric last;                            ///< the latest step, with the latest value of each of its fields
    std::vector<double> lossCurve;          ///< smoothed, evenly spaced over the rows so far, at most kCurvePoints
    std::vector<double> evalCurve;          ///< each evaluation, or kCurvePoints of them
    std::optional<std::int64_t> peakBytes;  ///< of the rank that holds most, so far
    std::optional<double> bestEvalLoss;
    std::optional<std::int64_t> bestStep;
    std::optional<std::int64_t> lastCheckpoint;  ///< from where it can go on; not looked for once it is done
    std::optional<double> secondsLeft;           ///< of a running one, by the pace of its latest rows

    double share() const { return status.totalSteps > 0 ? double(status.step) / double(status.totalSteps) : 0; }
};

/// Reads one run again and again; each time only the rows that are new. One thread at a time.
class OverviewReader {
public:
    /// Errors: those of RunReader::open and RunSpec::load.
    static Result<OverviewReader> open(const RunDirectory& directory);
    Result<RunOverview> read();

private:
    OverviewReader(RunDirectory directory, RunReader reader, RunSpec spec);

    Status readRows(const RunStatus& status);
    void take(const Metric& row);

    struct Evaluation {
        std::int64_t step;
        double loss;
    };

    RunDirectory directory_;
    RunReader reader_;
    RunSpec spec_;
    double started_ = 0;  ///< of the life whose rows are held
    Metric last_{.step = -1};
    std::vector<double> losses_;
    std::vector<Evaluation> evaluations_;
    std::deque<std::pair<std::int64_t, double>> pace_;  ///< step and time of the latest rows
};

/// The last part of a path: what a model or a data set is called.
std::string shortName(const std::string& pathOrName);

}  // namespace anneal::runs
