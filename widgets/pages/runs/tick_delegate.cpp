#include "pages/runs/tick_delegate.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include "controls/cell.h"
#include "theme/theme.h"

namespace anneal::pages {
namespace {

int boxSide() { return theme::px(theme::Size::checkbox); }
int boxRoom() { return boxSide() + theme::space(3); }

bool toggle(QAbstractItemModel& model, const QModelIndex& index) {
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model.setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace

QSize TickDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return NamedDelegate::sizeHint(option, index) + QSize(boxRoom(), 0);
}

void TickDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    controls::drawCellGround(*painter, option, index);
    QStyleOptionButton box;
    const auto contents = controls::cellContents(option).toRect();
    box.rect = QRect(contents.left(), contents.center().y() - boxSide() / 2 + 1, boxSide(), boxSide());
    box.state = QStyle::State_Enabled | (index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
    const auto* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
    painter->save();
    painter->setClipRect(option.rect.adjusted(boxRoom() + controls::kCellPadding, 0, 0, 0));
    auto words = option;
    words.rect.adjust(boxRoom(), 0, 0, 0);
    NamedDelegate::paint(painter, words, index);
    painter->restore();
}

bool TickDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const bool mouse = event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::MouseButtonDblClick ||
                       event->type() == QEvent::MouseButtonPress;
    if (!mouse) return NamedDelegate::editorEvent(event, model, option, index);
    const auto* click = static_cast<QMouseEvent*>(event);
    const bool within = click->position().x() < option.rect.left() + controls::kCellPadding + boxRoom();
    if (!within || click->button() != Qt::LeftButton) return false;
    return event->type() != QEvent::MouseButtonRelease || toggle(*model, index);
}

}  // namespace anneal::pages
