#pragma once
// Menus and what else floats: tool tips, the list of a combo box.

#include <QStyleOption>

namespace anneal::theme::style {

/// Overlay fill within the stronger border.
void drawFloating(const QStyleOption& option, QPainter& painter);
void drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter);
QSize menuItemSize(const QStyleOptionMenuItem& option);

constexpr int kMenuMargin = 4;

}  // namespace anneal::theme::style
