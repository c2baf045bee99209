#pragma once
// How a blind trial came out: the tally as bars, the sign test, and each case with who was who.

#include <array>

#include "controls/card.h"
#include "pages/chat/blind_trial.h"

class QPushButton;
class QStandardItemModel;

namespace anneal::controls {
class Gauge;
class Label;
class Table;
}  // namespace anneal::controls

namespace anneal::pages {

class TrialResult : public QWidget {
    Q_OBJECT
public:
    TrialResult();
    void show(const BlindTrial& trial);

Q_SIGNALS:
    void left();
    void dropped();

private:
    void refresh();
    QString summary() const;

    BlindTrial trial_;
    controls::Label* title_;
    controls::Label* text_;
    std::array<controls::Label*, 3> names_{};
    std::array<controls::Gauge*, 3> bars_{};
    std::array<controls::Label*, 3> counts_{};
    controls::Table* table_;
    QStandardItemModel* rows_;
};

}  // namespace anneal::pages
