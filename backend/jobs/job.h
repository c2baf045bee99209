#pragma once
// A piece of work in the background: queued → running → done | failed | cancelled; a queued one may be cancelled at once.
// Every member is thread-safe.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/stop_token.h"
#include "base/subscription.h"

namespace anneal::jobs {

enum class JobState { queued, running, done, failed, cancelled };

constexpr bool isFinal(JobState state) { return state != JobState::queued && state != JobState::running; }
/// The only steps a job can take.
constexpr bool mayFollow(JobState from, JobState to) {
    if (from == JobState::queued) return to == JobState::running || to == JobState::cancelled;
    return from == JobState::running && isFinal(to);
}

struct JobSnapshot {
    std::string name;
    JobState state = JobState::queued;
    base::Progress progress;
    double seconds = 0;                 ///< run so far, or altogether
    std::optional<double> secondsLeft;  ///< from the share done; unknown in the first second and without a total
    std::optional<Error> error;         ///< of failed
};

/// What the work is given: when to stop and where to say how far it is.
struct JobContext {
    base::StopToken stop;
    base::ProgressFunction progress;  ///< observers hear of it at most ten times a second
};

/// Runs on a pool's thread. An Error with code "stopped" after a cancel reads as cancelled, not failed.
using JobWork = std::function<Status(const JobContext&)>;

class Job {
public:
    Job(std::string name, JobWork work);

    JobSnapshot snapshot() const;
    /// Asks the work to stop; a queued job is cancelled at once.
    void cancel();
    /// Waits for a final state.
    JobSnapshot wait() const;
    /// Observers run on the worker's thread, no lock held: at most ten times a second, and at each change of state.
    base::Subscription onChange(std::function<void(const JobSnapshot&)> observer);

private:
    friend class JobPool;
    using Clock = std::chrono::steady_clock;

    void run();
    bool enter(JobState from, JobState next, std::optional<Error> error = {});
    void report(const base::Progress& progress);
    JobSnapshot snapshotLocked() const;

    mutable std::mutex mutex_;
    mutable std::condition_variable finished_;
    JobSnapshot current_;
    JobWork work_;
    base::StopToken stop_;
    Clock::time_point started_;
    Clock::time_point lastReport_;
    base::Signal<JobSnapshot> changed_;
};

std::string toText(JobState state);

}  // namespace anneal::jobs
