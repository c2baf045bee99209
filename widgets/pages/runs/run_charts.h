#pragma once
// The live charts of one run: its losses large, and what else it logs below, all under one crosshair and one zoom.

#include <QJsonObject>
#include <QPointer>
#include <QWidget>

#include "charts/chart.h"
#include "pages/runs/live_run.h"

namespace anneal::pages {

class RunCharts : public QWidget {
    Q_OBJECT
public:
    explicit RunCharts(QWidget* parent = nullptr);

    /// Null: none any more.
    void follow(LiveRun* run);
    /// What the run is by now: where it ends, what its values are measured against.
    void show(const runs::RunOverview& run);
    void takeEvents(const std::vector<runs::RunEvent>& events, bool anew);
    charts::Chart& loss() { return *loss_; }
    charts::Chart& small(RunCurves::Curve curve) { return *small_[curve - RunCurves::rate]; }
    /// The losses alone.
    void setEnlarged(bool enlarged);
    bool isEnlarged() const { return enlarged_; }

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

Q_SIGNALS:
    void enlargedChanged(bool enlarged);
    void saved(const QString& file);
    void saveFailed(const QString& message, const QString& hint);

private:
    static constexpr std::size_t kSmall = RunCurves::kCurves - RunCurves::rate;

    void makeSmall();
    /// Gives the charts the series as they are now, if they are others than before.
    void takeSeries();
    void pointsCame();
    void writeNotes();
    void writeReferences();

    QPointer<LiveRun> run_;
    runs::RunOverview shown_;
    int generation_ = 0;
    charts::Chart* loss_;
    std::array<charts::Chart*, kSmall> small_{};
    std::array<QWidget*, kSmall> cards_{};
    QWidget* row_;
    std::vector<std::pair<double, double>> rates_;  ///< when, and to what
    std::vector<std::int64_t> checkpoints_;
    std::optional<std::int64_t> best_;
    bool enlarged_ = false;
};

}  // namespace anneal::pages
