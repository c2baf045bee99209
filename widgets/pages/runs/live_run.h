#pragma once
// One run as it is written: its rows as curves, its plan, and what it says. For as long as this lives.

#include <deque>

#include "bridge/services.h"
#include "pages/runs/run_curves.h"

namespace anneal::pages {

class LiveRun : public QObject {
    Q_OBJECT
public:
    LiveRun(bridge::Services& services, const runs::RunOverview& run, RunCurves::Names names);
    ~LiveRun() override;

    const QString& id() const { return id_; }
    RunCurves& curves() { return curves_; }
    /// Null until it is counted, and where the tokens are gone.
    const RunPlan* plan() const { return plan_.get(); }
    /// The rows that were there at first are all taken.
    bool isRead() const { return read_; }

Q_SIGNALS:
    /// After the curves took them; `anew`: forget what came before.
    void rows(std::span<const anneal::runs::Metric> rows, bool anew);
    void events(const std::vector<anneal::runs::RunEvent>& events, bool anew);
    void samples(const std::vector<anneal::runs::RunSample>& samples);
    void heartbeats(const std::vector<anneal::runs::Heartbeat>& beats);
    void planned();

private:
    void takeSome();
    void takeBeats(const std::vector<runs::Heartbeat>& beats);

    struct Batch {
        std::vector<runs::Metric> rows;
        bool anew = false;
    };

    bridge::Services& services_;
    QString id_;
    RunCurves curves_;
    std::shared_ptr<const RunPlan> plan_;
    std::unique_ptr<bridge::RunFeed> feed_;
    std::deque<Batch> waiting_;
    std::size_t taken_ = 0;  ///< of the first that waits
    quint64 planning_ = 0;
    bool read_ = false;
};

}  // namespace anneal::pages
