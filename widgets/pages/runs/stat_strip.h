#pragma once
// How a run goes in one line: how far it is, its losses, rate, norm, speed and memory, each with what it is measured against.

#include "controls/card.h"
#include "pages/runs/live_run.h"

class QProgressBar;

namespace anneal::controls {
class IconButton;
class Label;
class Stat;
}  // namespace anneal::controls

namespace anneal::pages {

class StatStrip : public controls::Card {
    Q_OBJECT
public:
    StatStrip();

    void show(const runs::RunOverview& run, const RunPlan* plan);
    /// The button that opens the field for another rate; hidden where the state allows none.
    void offerRate(bool offered);

Q_SIGNALS:
    void rateClicked();

private:
    void say();
    void sayProgress();

    runs::RunOverview run_;
    std::optional<std::int64_t> forecastBytes_;
    controls::Label* share_;
    controls::Label* step_;
    controls::Label* gone_;
    controls::Label* left_;
    QProgressBar* bar_;
    controls::Stat* train_;
    controls::Stat* eval_;
    controls::Stat* rate_;
    controls::Stat* norm_;
    controls::Stat* speed_;
    controls::Stat* memory_;
    controls::IconButton* edit_;
};

}  // namespace anneal::pages
