#pragma once
// Every run of this machine, live: what a run writes is known here within a quarter of a second, whoever started it. Reads on a
// thread of its own; everything below is for the main thread.

#include <memory>
#include <vector>

#include <QObject>
#include <QThread>

#include "runs/heartbeat.h"
#include "runs/run_overview.h"

namespace anneal::bridge {

class RunWork;

/// What one run writes, as it comes, for as long as this lives.
class RunFeed : public QObject {
    Q_OBJECT
public:
    ~RunFeed() override;

Q_SIGNALS:
    /// New steps in order, all of them at first. A step may come again with more of its fields; `anew`: forget what came before.
    void rows(const std::vector<anneal::runs::Metric>& rows, bool anew);
    void events(const std::vector<anneal::runs::RunEvent>& events, bool anew);
    /// The samples generated so far, when there are more.
    void samples(const std::vector<anneal::runs::RunSample>& samples);
    /// Of each rank, twice a second while it lives; empty when it is over.
    void heartbeats(const std::vector<anneal::runs::Heartbeat>& beats);

private:
    friend class RunWatcher;
    explicit RunFeed(std::function<void()> end) : end_(std::move(end)) {}
    std::function<void()> end_;
};

class RunWatcher : public QObject {
    Q_OBJECT
public:
    explicit RunWatcher(std::filesystem::path home = runs::runsHome());
    ~RunWatcher() override;

    /// Reads and watches from now on.
    void start();
    /// The first look at all runs is over.
    bool isReady() const { return ready_; }
    /// Why the runs' folder cannot be read; none while it can.
    const std::optional<Error>& error() const { return error_; }
    /// Newest first.
    const std::vector<runs::RunOverview>& all() const { return runs_; }
    /// By its id; null where there is none. Valid until the next signal.
    const runs::RunOverview* find(const QString& id) const;
    /// Rows, events and heartbeats of one run. The owner deletes it.
    std::unique_ptr<RunFeed> follow(const runs::RunDirectory& directory);
    /// Looks at all runs now, after something was done to them from here.
    void look();

Q_SIGNALS:
    /// isReady() or error() is another.
    void stateChanged();
    /// Runs came, went or changed; their ids.
    void changed(const QStringList& ids);
    /// A run that was live here is so no more: done, stopped, failed or lost.
    void ended(const QString& id);

private:
    void take(const std::vector<runs::RunOverview>& read, const QStringList& gone, bool first);

    QThread thread_;
    RunWork* work_;
    std::vector<runs::RunOverview> runs_;
    std::optional<Error> error_;
    bool ready_ = false;
};

/// queued, running, paused: more will be written.
bool isLiveState(runs::RunState state);

}  // namespace anneal::bridge
