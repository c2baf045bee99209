#pragma once
// Rows and cells of tables, lists and trees, and their headers.

#include <QStyleOption>

namespace anneal::theme::style {

/// The ground of a row or cell: hover, selection with its bar at the leading edge, the line below.
void drawItemGround(const QStyleOptionViewItem& option, QPainter& painter, const QWidget* widget, bool wholeRow);
/// The ring inside the current item while the keyboard steers.
void drawItemFocus(const QStyleOption& option, QPainter& painter);
QSize itemSize(const QSize& contents, const QWidget* widget);
void drawBranch(const QStyleOption& option, QPainter& painter);

void drawHeaderSection(const QStyleOption& option, QPainter& painter);
void drawHeaderLabel(const QStyleOptionHeader& option, QPainter& painter);
void drawHeaderArrow(const QStyleOptionHeader& option, QPainter& painter);
QSize headerSize(const QStyleOptionHeader& option);
QRect headerLabelRect(const QStyleOptionHeader& option);
QRect headerArrowRect(const QStyleOptionHeader& option);

constexpr int kCellPadding = 12;

}  // namespace anneal::theme::style
