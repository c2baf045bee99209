#pragma once
// The checkpoints of a run and the ways on from each: resume, chat, export.

#include <QPointer>

#include "controls/card.h"
#include "pages/page.h"
#include "pages/runs/checkpoint_list.h"
#include "pages/runs/live_run.h"

namespace anneal::controls {
class Label;
}

namespace anneal::pages {

class CheckpointRow;

class CheckpointsCard : public controls::Card {
    Q_OBJECT
public:
    explicit CheckpointsCard(const Context& context);

    /// Reads them again where they may have changed.
    void show(const runs::RunOverview& run, LiveRun* live);
    void reload();

Q_SIGNALS:
    void resumeWanted(std::int64_t step);

private:
    void take(std::vector<Checkpoint> found);
    void say();

    Context context_;
    runs::RunOverview run_;
    QPointer<LiveRun> live_;
    std::vector<Checkpoint> checkpoints_;
    std::vector<CheckpointRow*> rows_;
    QVBoxLayout* column_;
    controls::Label* each_;
    controls::Label* foot_;
    bool reading_ = false;
    bool again_ = false;
};

}  // namespace anneal::pages
