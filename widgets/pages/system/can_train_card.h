#pragma once
// "What this machine can train": the catalogue's sizes against its largest device.

#include "controls/card.h"
#include "pages/page.h"

class QPushButton;

namespace anneal::controls {
class Label;
}

namespace anneal::pages {

class FitTable;

class CanTrainCard : public controls::Card {
    Q_OBJECT
public:
    explicit CanTrainCard(const Context& context);
    void show(const system::Machine& machine);

private:
    system::Machine machine_;
    FitTable* table_;
    controls::Label* note_;
    QPushButton* more_;
};

/// The device that a run of one rank would use: the GPU with most memory, else the processor with all of the machine's.
struct TrainingDevice {
    QString name;
    std::int64_t bytes = 0;
    bool cuda = false;
    bool bf16 = false;
};
TrainingDevice trainingDevice(const system::Machine& machine);

}  // namespace anneal::pages
