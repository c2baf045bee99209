#pragma once
// Push buttons and tool buttons in their five kinds.

#include <QStyleOption>

namespace anneal::theme::style {

void drawPushButton(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget);
QSize pushButtonSize(const QStyleOptionButton& option, const QWidget* widget);

void drawToolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget);
QSize toolButtonSize(const QStyleOptionToolButton& option, const QWidget* widget);

}  // namespace anneal::theme::style
