#include "controls/cell.h"

#include <QApplication>
#include <QPainter>
#include <QWidget>

#include "theme/theme.h"

namespace anneal::controls {

void drawCellGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    QStyleOptionViewItem ground(option);
    ground.index = index;
    ground.text.clear();
    ground.icon = {};
    ground.features = {};
    if (const auto brush = index.data(Qt::BackgroundRole); brush.canConvert<QBrush>()) ground.backgroundBrush = brush.value<QBrush>();
    const auto* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, &painter, option.widget);
}

QRectF cellContents(const QStyleOptionViewItem& option) { return QRectF(option.rect).adjusted(kCellPadding, 0, -kCellPadding, 0); }

QColor cellInk(const QStyleOptionViewItem& option, const QColor& rest) {
    if (!(option.state & QStyle::State_Enabled)) return theme::color(theme::Role::textDisabled);
    return option.state & QStyle::State_Selected ? theme::color(theme::Role::onSelection) : rest;
}

}  // namespace anneal::controls
