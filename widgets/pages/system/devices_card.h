#pragma once
// The devices of this machine, live: what each GPU holds and how warm it is, the processor, the memory.

#include "bridge/gauge_feed.h"
#include "controls/card.h"

namespace anneal::controls {
class Label;
}

namespace anneal::pages {

class DeviceRow;

class DevicesCard : public controls::Card {
    Q_OBJECT
public:
    explicit DevicesCard(bridge::GaugeFeed& gauges);
    void show(const system::Machine& machine);

private:
    void showGauges();

    bridge::GaugeFeed& gauges_;
    system::Machine machine_;
    controls::Label* total_;
    std::vector<DeviceRow*> gpus_;
    DeviceRow* memory_ = nullptr;
    DeviceRow* cpu_ = nullptr;
};

}  // namespace anneal::pages
