#pragma once
// How an export is run: the command for a terminal, by program; copied with one press.

#include "controls/card.h"
#include "pages/export/export_record.h"

class QPushButton;

namespace anneal::controls {
class Label;
class Segments;
class TextBody;
}  // namespace anneal::controls

namespace anneal::pages {

class RunCard : public controls::Card {
    Q_OBJECT
public:
    RunCard();
    void show(const std::optional<ExportRecord>& record);
    void copy() const;

Q_SIGNALS:
    void chatWanted();
    void revealWanted();

private:
    void refresh();

    std::vector<RunCommand> commands_;
    bool passed_ = false;
    controls::Label* title_;
    controls::Segments* programs_ = nullptr;
    QHBoxLayout* head_;
    QPushButton* chat_;
    QPushButton* reveal_;
    QPushButton* copy_;
    controls::TextBody* text_;
};

}  // namespace anneal::pages
