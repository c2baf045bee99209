#pragma once
// What every delegate that paints its own cell begins with.

#include <QModelIndex>
#include <QStyleOptionViewItem>

namespace anneal::controls {

constexpr int kCellPadding = 12;

/// Hover, selection and focus as the style draws them under any cell.
void drawCellGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index);
/// The cell without its padding.
QRectF cellContents(const QStyleOptionViewItem& option);
/// `rest`, or what stands on a selected row.
QColor cellInk(const QStyleOptionViewItem& option, const QColor& rest);

}  // namespace anneal::controls
