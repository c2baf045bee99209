#pragma once
// Check boxes, radio buttons and the switch.

#include <QStyleOption>

namespace anneal::theme::style {

void drawCheck(const QStyleOption& option, QPainter& painter);
void drawRadio(const QStyleOption& option, QPainter& painter);
/// `position` of the knob: 0 off … 1 on.
void drawSwitch(const QStyleOption& option, QPainter& painter, qreal position);

/// The words beside a check box or radio button.
void drawMarkLabel(const QStyleOptionButton& option, QPainter& painter);
QSize markedSize(const QStyleOptionButton& option);

}  // namespace anneal::theme::style
