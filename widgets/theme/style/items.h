#pragma once
// Rows and cells of tables, lists and trees, and their headers.

#include <QStyleOption>

namespace anneal::theme::style {

/// The ground of a cell within its row: hover, selection with its bar at the leading edge, the line below.
void drawRowGround(const QStyleOptionViewItem& option, QPainter& painter, const QWidget* widget);
/// What an item lays over that; in lists and trees, whose rows know less, the whole ground.
void drawItemGround(const QStyleOptionViewItem& option, QPainter& painter, const QWidget* widget);
/// An item of the standard delegate, its parts where Qt expects them.
void drawItem(const QStyleOptionViewItem& option, QPainter& painter, const QWidget* widget, const QStyle& style);
/// The ring inside the current item while the keyboard steers.
void drawItemFocus(const QStyleOption& option, QPainter& painter);
/// A part as Qt places it, moved towards the part before it: Qt pads each as if it were a cell.
QRect closedUp(const QStyleOptionViewItem& option, QStyle::SubElement element, const QRect& part);
QSize itemSize(const QSize& contents, const QWidget* widget);
void drawBranch(const QStyleOption& option, QPainter& painter);

void drawHeaderSection(const QStyleOption& option, QPainter& painter);
/// Words and sort mark over the section's ground.
void drawHeader(const QStyleOptionHeader& option, QPainter& painter);
QSize headerSize(const QStyleOptionHeader& option);

constexpr int kCellPadding = 12;

}  // namespace anneal::theme::style
