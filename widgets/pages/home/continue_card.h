#pragma once
// The run that was at work last: what it is, how it goes, and the ways on.

#include "controls/card.h"
#include "pages/page.h"

class QGridLayout;
class QProgressBar;
class QPushButton;

namespace anneal::controls {
class Chip;
class Label;
class Stat;
}  // namespace anneal::controls

namespace anneal::pages {

class ContinueCard : public controls::Card {
    Q_OBJECT
public:
    explicit ContinueCard(const Context& context);
    void show(const runs::RunOverview& run);

private:
    void say();

    Context context_;
    runs::RunOverview run_;
    controls::Label* name_;
    controls::Chip* state_;
    controls::Label* facts_;
    QPushButton* stop_;
    QPushButton* resume_;
    QPushButton* open_;
    controls::Stat* evalLoss_;
    controls::Stat* trainLoss_;
    controls::Stat* throughput_;
    controls::Stat* memory_;
    controls::Label* epoch_;
    controls::Label* done_;
    QProgressBar* bar_;
};

}  // namespace anneal::pages
