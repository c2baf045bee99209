#pragma once
// The commands that the page offers for the run that shows, or for those that were chosen in the list.

#include <QAction>

class QPushButton;

namespace anneal::pages {

struct RunActions {
    QAction* stop;
    QAction* pause;
    QAction* goOn;
    QAction* resume;
    QAction* checkpoint;
    QAction* setRate;
    QAction* compare;
    QAction* rename;
    QAction* archive;
    QAction* unarchive;
    QAction* remove;
    QAction* reveal;
    QAction* copyId;
};

/// `button` does what `action` does, says its icon text, and is there where it is.
void standFor(QPushButton& button, QAction& action);

}  // namespace anneal::pages
