#pragma once
// The rows of a run as curves: each value at its step, time and count of tokens. Main thread only.

#include <array>
#include <functional>
#include <memory>
#include <span>

#include "charts/data/series.h"
#include "pages/runs/run_plan.h"
#include "runs/run_state.h"

namespace anneal::pages {

class RunCurves {
public:
    enum Curve { train, eval, rate, norm, speed, memory };
    static constexpr std::size_t kCurves = memory + 1;
    using Names = std::function<QString(Curve)>;

    /// `started` in UNIX seconds; 0: with the first row.
    explicit RunCurves(Names names, double started = 0);

    /// By rising step. One that is known already may bring what it had not: its evaluation.
    void take(std::span<const runs::Metric> rows);
    /// What the largest rank holds, in GiB.
    void takeMemory(std::int64_t step, double time, double gib);
    /// Forgets everything: another life began.
    void clear(double started);
    /// From now on, and for what is there, tokens are those that the plan counts; before, they are told from throughput and time.
    void setPlan(std::shared_ptr<const RunPlan> plan);
    /// In the language of the moment.
    void rename();

    /// Counts how often the series were exchanged for others: charts then take them anew.
    int generation() const { return generation_; }
    std::shared_ptr<const charts::Series> series(Curve curve) const { return series_[curve]; }
    /// Where the newest row is.
    const charts::Place& last() const { return last_; }
    /// The step that was the newest at `time`; 0 before the first.
    std::int64_t stepAt(double time) const;
    /// Of evaluations; none without one.
    std::optional<std::int64_t> bestStep() const;
    /// Of `curve` at or before `step`, and the very step of it.
    std::optional<std::pair<std::int64_t, double>> valueAt(Curve curve, std::int64_t step) const;

private:
    void make();
    void add(Curve curve, const charts::Place& place, const std::optional<double>& value);
    charts::Place placeOf(const runs::Metric& row);

    Names names_;
    double started_;
    double began_ = 0;
    std::shared_ptr<const RunPlan> plan_;
    std::array<std::shared_ptr<charts::Series>, kCurves> series_;
    charts::Place last_;
    double told_ = 0;  ///< tokens by throughput and time
    int generation_ = 0;
};

}  // namespace anneal::pages
