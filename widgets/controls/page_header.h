#pragma once
// The top line of a page: where one came from, the heading, what it is at a glance, and the page's acts at the right.

#include <QWidget>

#include "controls/chip.h"

class QHBoxLayout;
class QPushButton;

namespace anneal::controls {

class Label;

class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// The page above, as a link before the heading; empty: none.
    void setTrail(const QString& parent);
    /// Facts in one line, separated by " · " by the caller; elided when the room is short.
    void setFacts(const QString& facts);
    /// Beside the heading. An empty text takes it away.
    void setChip(const ChipLook& look);
    /// At the right, in the order of the calls.
    void addAction(QWidget* action);

Q_SIGNALS:
    void trailClicked();

private:
    QHBoxLayout* row_;
    QPushButton* trail_;
    QWidget* chevron_;
    Label* title_;
    Chip* chip_;
    Label* facts_;
};

}  // namespace anneal::controls
