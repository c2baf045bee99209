#include "runs/run_overview.h"

#include <algorithm>
#include <cmath>

#include "base/curve.h"
#include "runs/heartbeat.h"
#include "runs/run_label.h"

namespace anneal::runs {
namespace {

constexpr double kSmoothing = 0.6;
constexpr std::size_t kPaceRows = 20;  // the rows by whose times the pace is told

/// `values` as at most kCurvePoints that keep the first and the last.
std::vector<double> thinned(std::vector<double> values) {
    if (values.size() <= kCurvePoints) return values;
    for (std::size_t i = 0; i < kCurvePoints; ++i) values[i] = values[i * (values.size() - 1) / (kCurvePoints - 1)];
    values.resize(kCurvePoints);
    return values;
}

std::optional<std::int64_t> peakOf(const RunDirectory& directory, const RunStatus& status) {
    auto peak = status.summary.peakMemoryBytes;
    if (isTerminal(status.state)) return peak;
    for (const auto& beat : readHeartbeats(directory))
        if (const auto bytes = beat.gauges.value("peak_rss_bytes", std::int64_t(0)); bytes > peak.value_or(0)) peak = bytes;
    return peak;
}

}  // namespace

OverviewReader::OverviewReader(RunDirectory directory, RunReader reader, RunSpec spec)
    : directory_(std::move(directory)), reader_(std::move(reader)), spec_(std::move(spec)) {}

Result<OverviewReader> OverviewReader::open(const RunDirectory& directory) {
    ANNEAL_TRY(reader, RunReader::open(directory));
    ANNEAL_TRY(spec, directory.spec());
    return OverviewReader(directory, std::move(reader), std::move(spec));
}

Result<RunOverview> OverviewReader::read() {
    ANNEAL_TRY(status, reader_.status());
    ANNEAL_CHECK(readRows(status));
    const auto label = readLabel(directory_);
    RunOverview overview{.directory = directory_,
                         .status = status,
                         .name = nameOf(directory_, label),
                         .archived = label.archived,
                         .spec = spec_,
                         .last = last_};
    overview.peakBytes = peakOf(directory_, status);
    overview.lossCurve = thinned(base::smoothed(losses_, kSmoothing));
    std::vector<double> evaluations;
    for (const auto& [step, loss] : evaluations_) {
        evaluations.push_back(loss);
        if (overview.bestEvalLoss && loss >= *overview.bestEvalLoss) continue;
        overview.bestEvalLoss = loss;
        overview.bestStep = step;
    }
    overview.evalCurve = thinned(std::move(evaluations));
    if (status.state != RunState::done)
        if (const auto checkpoints = directory_.checkpointList(); !checkpoints.empty()) overview.lastCheckpoint = checkpoints.back().step;
    if (status.state == RunState::running && status.totalSteps > 0 && pace_.size() > 1) {
        const double steps = double(pace_.back().first - pace_.front().first), seconds = pace_.back().second - pace_.front().second;
        if (steps > 0 && seconds > 0) overview.secondsLeft = double(status.totalSteps - status.step) * seconds / steps;
    }
    return overview;
}

Status OverviewReader::readRows(const RunStatus& status) {
    // The last row may have got its evaluation since.
    ANNEAL_TRY(rows, reader_.metrics(last_.step - 1));
    const bool anotherLife = status.started != started_ || (last_.step >= 0 && (rows.empty() || rows.front().step != last_.step));
    if (anotherLife) {
        started_ = status.started;
        last_ = {.step = -1};
        losses_.clear();
        evaluations_.clear();
        pace_.clear();
        ANNEAL_TRY(all, reader_.metrics());
        rows = std::move(all);
    }
    for (const auto& row : rows) take(row);
    return {};
}

void OverviewReader::take(const Metric& row) {
    const bool again = row.step == last_.step;
    if (!again && row.loss && std::isfinite(*row.loss)) losses_.push_back(*row.loss);
    if (row.evalLoss && std::isfinite(*row.evalLoss) && (evaluations_.empty() || evaluations_.back().step != row.step))
        evaluations_.push_back({row.step, *row.evalLoss});
    if (!again) {
        pace_.emplace_back(row.step, row.time);
        if (pace_.size() > kPaceRows) pace_.pop_front();
    }
    last_.step = row.step;
    last_.epoch = row.epoch;
    last_.time = row.time;
    for (const auto field : {&Metric::loss, &Metric::evalLoss, &Metric::learningRate, &Metric::gradNorm, &Metric::tokensPerSecond})
        if (row.*field) last_.*field = row.*field;
}

std::string shortName(const std::string& pathOrName) {
    const auto end = pathOrName.find_last_not_of('/');
    if (end == std::string::npos) return pathOrName;
    const auto slash = pathOrName.rfind('/', end);
    const auto start = slash == std::string::npos ? 0 : slash + 1;
    return pathOrName.substr(start, end + 1 - start);
}

}  // namespace anneal::runs
