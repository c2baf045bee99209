#pragma once
// What each rank of a live run does to its device: compute, memory, heat; what it waits for.

#include "bridge/gauge_feed.h"
#include "controls/card.h"
#include "runs/heartbeat.h"
#include "runs/run_overview.h"

namespace anneal::controls {
class Label;
}

namespace anneal::pages {

class RankRow;

class RanksCard : public controls::Card {
    Q_OBJECT
public:
    RanksCard();

    void show(const runs::RunOverview& run, std::optional<std::int64_t> forecastBytes);
    void takeBeats(const std::vector<runs::Heartbeat>& beats);
    void takeGauges(const bridge::GaugeReading& reading);

private:
    void say();

    runs::RunOverview run_;
    std::optional<std::int64_t> forecast_;
    std::vector<runs::Heartbeat> beats_;
    std::optional<bridge::GaugeReading> reading_;
    controls::Label* parallel_;
    controls::Label* waiting_;
    QVBoxLayout* rows_;
    std::vector<RankRow*> shown_;
};

}  // namespace anneal::pages
