#include "theme/wheel_guard.h"

#include <QEvent>
#include <QWidget>

namespace anneal::theme {

void WheelGuard::watch(QWidget* field) {
    // By Qt's own policy the wheel alone would give it the focus.
    if (field->focusPolicy() == Qt::WheelFocus) field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject* object, QEvent* event) {
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(object)->hasFocus()) return false;
    event->ignore();
    return true;
}

}  // namespace anneal::theme
