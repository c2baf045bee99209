#pragma once
// The checks of a run: what is worth a look with the button that mends it, what was mended with its Undo, and what passed.

#include "controls/card.h"
#include "pages/train/check_words.h"

namespace anneal::controls {
class Chip;
class Label;
class Spinner;
}  // namespace anneal::controls

namespace anneal::pages {

class PreflightList : public controls::Card {
    Q_OBJECT
public:
    PreflightList();

    void show(const std::vector<runs::Check>& checks, const QStringList& fixed);
    /// What is shown is being looked at again.
    void setBusy(bool busy);
    /// What it says of itself beside the heading: "Two findings are worth a look."
    static QString summaryOf(const std::vector<runs::Check>& checks);

Q_SIGNALS:
    void fixWanted(const anneal::runs::Check& check);
    /// Of the last mend.
    void undoWanted();

private:
    void clear();

    QVBoxLayout* rows_;
    controls::Chip* warnings_;
    controls::Chip* mended_;
    controls::Chip* passed_;
    controls::Spinner* spinner_;
};

}  // namespace anneal::pages
