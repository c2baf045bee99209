#include "pages/runs/live_run.h"

namespace anneal::pages {
namespace {

constexpr std::size_t kRowsATurn = 10'000;  // a few milliseconds of the event loop
constexpr double kGiB = 1024.0 * 1024 * 1024;

double heldBy(const runs::Heartbeat& beat) {
    const auto gpu = beat.gauges.value("gpu_peak_bytes", 0.0);
    return gpu > 0 ? gpu : beat.gauges.value("rss_bytes", 0.0);
}

}  // namespace

LiveRun::LiveRun(bridge::Services& services, const runs::RunOverview& run, RunCurves::Names names)
    : services_(services),
      id_(QString::fromStdString(run.status.id)),
      curves_(std::move(names), run.status.started),
      feed_(services.runs.follow(run.directory)) {
    connect(feed_.get(), &bridge::RunFeed::rows, this, [this](const std::vector<runs::Metric>& rows, bool anew) {
        waiting_.push_back({rows, anew});
        if (waiting_.size() == 1) takeSome();
    });
    connect(feed_.get(), &bridge::RunFeed::events, this, &LiveRun::events);
    connect(feed_.get(), &bridge::RunFeed::samples, this, &LiveRun::samples);
    connect(feed_.get(), &bridge::RunFeed::heartbeats, this, &LiveRun::takeBeats);
    planning_ = services.jobs.compute<RunPlan>(
        {.title = id_, .shown = false}, [directory = run.directory](const jobs::JobContext& job) { return planRun(directory, job.stop); },
        *this,
        [this](Result<RunPlan> plan) {
            if (!plan) return;
            plan_ = std::make_shared<const RunPlan>(std::move(*plan));
            curves_.setPlan(plan_);
            Q_EMIT planned();
        });
}

LiveRun::~LiveRun() { services_.jobs.cancel(planning_); }

void LiveRun::takeSome() {
    if (waiting_.empty()) return;
    const auto& batch = waiting_.front();
    const bool anew = batch.anew && taken_ == 0;
    if (anew) {
        const auto* run = services_.runs.find(id_);
        curves_.clear(run ? run->status.started : 0);
    }
    const auto some = std::span(batch.rows).subspan(taken_, std::min(kRowsATurn, batch.rows.size() - taken_));
    curves_.take(some);
    taken_ += some.size();
    const bool whole = taken_ == batch.rows.size();
    read_ = read_ || whole;
    Q_EMIT rows(some, anew);
    if (whole) {
        waiting_.pop_front();
        taken_ = 0;
    }
    if (!waiting_.empty()) QMetaObject::invokeMethod(this, &LiveRun::takeSome, Qt::QueuedConnection);
}

void LiveRun::takeBeats(const std::vector<runs::Heartbeat>& beats) {
    const runs::Heartbeat* largest = nullptr;
    for (const auto& beat : beats)
        if (!largest || heldBy(beat) > heldBy(*largest)) largest = &beat;
    if (largest && heldBy(*largest) > 0) curves_.takeMemory(largest->step, largest->time, heldBy(*largest) / kGiB);
    Q_EMIT heartbeats(beats);
}

}  // namespace anneal::pages
