#pragma once
// What the gate found on one export: the verdict, then each check in plain words with its figure and its bound.

#include <QWidget>

#include "pages/export/export_record.h"

class QPushButton;
class QVBoxLayout;

namespace anneal::controls {
class Card;
class Face;
class InlineMessage;
class Label;
class Switch;
}  // namespace anneal::controls

namespace anneal::pages {

class GatePanel : public QWidget {
    Q_OBJECT
public:
    GatePanel();

    /// None: says what will be here.
    void show(std::optional<ExportRecord> record);

private:
    void refresh();
    QWidget* makeLine(const GateLine& line) const;

    std::optional<ExportRecord> record_;
    controls::Label* title_;
    controls::Label* type_;
    controls::InlineMessage* passed_;
    controls::InlineMessage* failed_;
    controls::Label* how_;
    controls::Switch* details_;
    QVBoxLayout* lines_;
    QWidget* full_;
    controls::Face* empty_;
};

}  // namespace anneal::pages
