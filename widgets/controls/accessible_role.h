#pragma once
// Tells assistive technology what a widget is where its class does not.

#include <QAccessible>

class QWidget;

namespace anneal::controls {

/// Call it before the widget gets its accessible name: Qt asks once what a widget is, and keeps the answer.
void setAccessibleRole(QWidget& widget, QAccessible::Role role);

}  // namespace anneal::controls
