#include "pages/runs/run_actions.h"

#include <QPushButton>

namespace anneal::pages {

void standFor(QPushButton& button, QAction& action) {
    const auto take = [&button, &action] {
        button.setText(action.iconText());
        button.setToolTip(action.text() == action.iconText() ? QString() : action.text());
        button.setEnabled(action.isEnabled());
        button.setVisible(action.isVisible());
    };
    QObject::connect(&button, &QPushButton::clicked, &action, &QAction::trigger);
    QObject::connect(&action, &QAction::changed, &button, take);
    take();
}

}  // namespace anneal::pages
