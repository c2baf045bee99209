#include "controls/step_delegate.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include "controls/cell.h"
#include "theme/icons.h"
#include "theme/paint.h"
#include "theme/style/marks.h"

namespace anneal::controls {
namespace {

using theme::Role;
using theme::TextStyle;

constexpr int kGrip = 16;
constexpr int kGap = 8;

QRect switchRect(const QRect& row) {
    const int height = theme::px(theme::Size::switchH);
    return {row.left() + kCellPadding + kGrip + kGap, row.top() + (row.height() - height) / 2, theme::px(theme::Size::switchW), height};
}

bool isOn(const QModelIndex& index) { return index.data(Qt::CheckStateRole).toInt() == Qt::Checked; }

/// One text in the middle of `rect`, or two with the second smaller and below.
void drawPair(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& first, const QColor& ink,
              const QString& second, const QColor& grey) {
    const auto& body = theme::font(TextStyle::body);
    const auto& small = theme::font(TextStyle::caption);
    if (first.isEmpty() || second.isEmpty()) {
        const bool one = second.isEmpty();
        return theme::drawText(painter, rect, alignment | Qt::AlignVCenter, one ? first : second, one ? body : small, one ? ink : grey);
    }
    const int upper = theme::lineHeight(TextStyle::body), lower = theme::lineHeight(TextStyle::caption);
    const qreal top = rect.top() + std::floor((rect.height() - upper - lower) / 2);
    theme::drawText(painter, QRectF(rect.left(), top, rect.width(), upper), alignment | Qt::AlignVCenter, first, body, ink);
    theme::drawText(painter, QRectF(rect.left(), top + upper, rect.width(), lower), alignment | Qt::AlignVCenter, second, small, grey);
}

}  // namespace

StepDelegate::StepDelegate(int role, QObject* parent) : QStyledItemDelegate(parent), role_(role) {}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {0, theme::px(theme::Size::recipeStep)}; }

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    drawCellGround(*painter, option, index);
    const auto step = index.data(role_).value<RecipeStep>();
    const bool on = isOn(index);
    const auto ink = cellInk(option, theme::color(on ? Role::text : Role::textDisabled));
    const auto grey = cellInk(option, theme::color(on ? Role::textSecondary : Role::textDisabled));
    const QRectF row(option.rect);
    theme::drawIcon(*painter, QRectF(row.left() + kCellPadding, row.top(), kGrip, row.height()), "grip-vertical", kGrip, grey);

    QStyleOption mark(option);
    mark.rect = switchRect(option.rect);
    mark.state &= ~QStyle::State_MouseOver;
    theme::style::drawSwitch(mark, *painter, on ? 1 : 0);

    const auto strong = theme::font(TextStyle::body);
    const qreal figures = std::max(theme::textWidth(strong, step.rows), theme::textWidth(theme::font(TextStyle::caption), step.difference));
    const qreal right = row.right() - kCellPadding;
    const qreal left = mark.rect.right() + 1 + kGap;
    drawPair(*painter, QRectF(left, row.top(), right - figures - kGap - left, row.height()), Qt::AlignLeft, step.name, ink, step.options,
             grey);
    drawPair(*painter, QRectF(right - figures, row.top(), figures, row.height()), Qt::AlignRight, step.rows, ink, step.difference, grey);
    theme::fillRect(*painter, QRectF(row.left(), row.bottom() - 1, row.width(), 1), theme::color(Role::border));
}

bool StepDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index) {
    bool flips = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* click = static_cast<QMouseEvent*>(event);
        flips = click->button() == Qt::LeftButton && switchRect(option.rect).adjusted(-4, -6, 4, 6).contains(click->position().toPoint());
    } else if (event->type() == QEvent::KeyPress) {
        flips = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    }
    if (!flips || !(index.flags() & Qt::ItemIsUserCheckable)) return false;
    return model->setData(index, isOn(index) ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace anneal::controls
