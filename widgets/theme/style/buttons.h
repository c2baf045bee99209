#pragma once
// Push buttons and tool buttons in their five kinds.

#include <QStyleOption>

namespace anneal::theme::style {

/// `hover` is how far the hover fill has come in, 0 … 1.
void drawPushButton(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget, qreal hover);
QSize pushButtonSize(const QStyleOptionButton& option, const QWidget* widget);

void drawToolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget, qreal hover);
QSize toolButtonSize(const QStyleOptionToolButton& option, const QWidget* widget);

}  // namespace anneal::theme::style
