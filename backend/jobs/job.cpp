#include "jobs/job.h"

namespace anneal::jobs {

namespace {
constexpr auto kReportInterval = std::chrono::milliseconds(100);
}

Job::Job(std::string name, JobWork work) : work_(std::move(work)) { current_.name = std::move(name); }

JobSnapshot Job::snapshot() const {
    std::lock_guard lock(mutex_);
    return snapshotLocked();
}

JobSnapshot Job::snapshotLocked() const {
    JobSnapshot snapshot = current_;
    if (snapshot.state != JobState::running) return snapshot;
    snapshot.seconds = std::chrono::duration<double>(Clock::now() - started_).count();
    const auto& progress = snapshot.progress;
    if (snapshot.seconds >= 1 && progress.done > 0 && progress.total > 0)
        snapshot.secondsLeft = snapshot.seconds * double(progress.total - progress.done) / double(progress.done);
    return snapshot;
}

void Job::cancel() {
    stop_.requestStop();
    enter(JobState::queued, JobState::cancelled);
}

JobSnapshot Job::wait() const {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [&] { return isFinal(current_.state); });
    return current_;
}

base::Subscription Job::onChange(std::function<void(const JobSnapshot&)> observer) { return changed_.subscribe(std::move(observer)); }

bool Job::enter(JobState from, JobState next, std::optional<Error> error) {
    JobSnapshot now;
    {
        std::lock_guard lock(mutex_);
        if (current_.state != from || !mayFollow(from, next)) return false;
        if (next == JobState::running) started_ = Clock::now();
        if (from == JobState::running) current_.seconds = std::chrono::duration<double>(Clock::now() - started_).count();
        current_.state = next;
        current_.error = std::move(error);
        now = snapshotLocked();
    }
    if (isFinal(next)) finished_.notify_all();
    changed_.emit(now);
    return true;
}

void Job::report(const base::Progress& progress) {
    JobSnapshot now;
    {
        std::lock_guard lock(mutex_);
        current_.progress = progress;
        const auto time = Clock::now();
        if (time - lastReport_ < kReportInterval) return;
        lastReport_ = time;
        now = snapshotLocked();
    }
    changed_.emit(now);
}

void Job::run() {
    if (!enter(JobState::queued, JobState::running)) return;
    Status status;
    try {
        status = work_({stop_, [this](const base::Progress& progress) { report(progress); }});
    } catch (const std::exception& failure) {
        status = fail("internal", current_.name + " broke off: " + failure.what(), "please report this");
    }
    work_ = nullptr;
    if (status)
        enter(JobState::running, JobState::done);
    else if (stop_.stopRequested() && status.error().code == "stopped")
        enter(JobState::running, JobState::cancelled);
    else
        enter(JobState::running, JobState::failed, status.error());
}

std::string toText(JobState state) {
    switch (state) {
        case JobState::queued: return "queued";
        case JobState::running: return "running";
        case JobState::done: return "done";
        case JobState::failed: return "failed";
        case JobState::cancelled: return "cancelled";
    }
    return {};
}

}  // namespace anneal::jobs
