#include "theme/style/items.h"

#include <QHeaderView>
#include <QListView>
#include <QTableView>

#include "theme/focus_ring.h"
#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/style/marks.h"
#include "theme/style/state.h"

namespace anneal::theme::style {
namespace {

constexpr int kSelectionBar = 3;
constexpr int kSortMark = 12;
constexpr int kPartGap = 8;

bool isPopup(const QWidget* widget) { return widget && widget->inherits("QComboBoxListView"); }

/// Whether the cell is the first that its row shows.
bool leads(const QStyleOptionViewItem& option, const QWidget* widget) {
    const auto* table = qobject_cast<const QTableView*>(widget);
    if (!table) return true;
    const auto* header = table->horizontalHeader();
    for (int at = 0; at < header->count(); ++at)
        if (const int section = header->logicalIndex(at); !header->isSectionHidden(section))
            return table->columnViewportPosition(section) == option.rect.left();
    return false;
}

bool isRowHovered(const QStyleOptionViewItem& option, const QWidget* widget) {
    const auto* table = qobject_cast<const QTableView*>(widget);
    const int row = hoveredRow(table);
    return row >= 0 && table->rowAt(option.rect.center().y()) == row;
}

QColor groundColor(const QStyleOptionViewItem& option, const QWidget* widget) {
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) return color(Role::selection);
    return isHovered(option) || isRowHovered(option, widget) ? color(Role::hover) : QColor();
}

void drawSelectionBar(QPainter& painter, const QRectF& row) {
    fillRect(painter, QRectF(row.left(), row.top(), kSelectionBar, row.height()), color(Role::accentText));
}

QFont headerFont() { return font(TextStyle::caption, Weight::semibold); }

}  // namespace

void drawRowGround(const QStyleOptionViewItem& option, QPainter& painter, const QWidget* widget) {
    const QRectF rect(option.rect);
    if (const auto ground = groundColor(option, widget); ground.isValid()) fillRect(painter, rect, ground);
    fillRect(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color(Role::border));
    if (option.state & QStyle::State_Selected && leads(option, widget)) drawSelectionBar(painter, rect);
}

void drawItemGround(const QStyleOptionViewItem& option, QPainter& painter, const QWidget* widget) {
    const bool selected = option.state & QStyle::State_Selected;
    if (!selected && option.backgroundBrush.style() != Qt::NoBrush) painter.fillRect(option.rect, option.backgroundBrush);
    if (qobject_cast<const QTableView*>(widget)) return;
    if (isPopup(widget)) {
        if (selected) drawBox(painter, option.rect, {color(Role::selection), {}, qreal(px(Radius::chip))});
        return;
    }
    const bool list = qobject_cast<const QListView*>(widget);
    // Above the line that a tree's row has drawn.
    if (const auto ground = groundColor(option, widget); ground.isValid())
        fillRect(painter, option.rect.adjusted(0, 0, 0, list ? 0 : -1), ground);
    if (list && selected) drawSelectionBar(painter, option.rect);
}

void drawItem(const QStyleOptionViewItem& option, QPainter& painter, const QWidget* widget, const QStyle& style) {
    const auto part = [&](QStyle::SubElement element) { return style.subElementRect(element, &option, widget); };
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &option, &painter, widget);
    const bool enabled = isEnabled(option);
    const bool selected = option.state & QStyle::State_Selected;
    if (option.features & QStyleOptionViewItem::HasCheckIndicator) {
        QStyleOption check(option);
        check.rect = part(QStyle::SE_ItemViewItemCheckIndicator);
        check.state &= ~(QStyle::State_MouseOver | QStyle::State_On | QStyle::State_NoChange);
        if (option.checkState == Qt::Checked) check.state |= QStyle::State_On;
        if (option.checkState == Qt::PartiallyChecked) check.state |= QStyle::State_NoChange;
        drawCheck(check, painter);
    }
    const auto role = !enabled ? Role::textDisabled : selected ? Role::onSelection : Role::text;
    if (!option.icon.isNull())
        drawIcon(painter, part(QStyle::SE_ItemViewItemDecoration), option.icon, px(Size::icon), color(role), enabled);
    if (!option.text.isEmpty()) {
        const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &option, widget) + 1;
        const auto foreground = option.index.data(Qt::ForegroundRole);
        const bool own = enabled && !selected && foreground.canConvert<QBrush>();
        drawText(painter, QRectF(part(QStyle::SE_ItemViewItemText)).adjusted(margin, 0, -margin, 0),
                 QStyle::visualAlignment(option.direction, option.displayAlignment), option.text, option.font,
                 own ? foreground.value<QBrush>().color() : color(role));
    }
    if (option.state & QStyle::State_HasFocus) drawItemFocus(option, painter);
}

void drawItemFocus(const QStyleOption& option, QPainter& painter) {
    if (!keyboardSteers()) return;
    drawBox(painter, QRectF(option.rect).adjusted(1, 1, -1, -2), {{}, color(Role::focus), qreal(px(Radius::chip)), px(Stroke::focus)});
}

QRect closedUp(const QStyleOptionViewItem& option, QStyle::SubElement element, const QRect& part) {
    const bool checked = option.features & QStyleOptionViewItem::HasCheckIndicator;
    const bool decorated = option.features & QStyleOptionViewItem::HasDecoration;
    const int before = element == QStyle::SE_ItemViewItemText ? int(checked) + int(decorated) : int(checked);
    return part.adjusted(-before * (2 * kCellPadding - kPartGap), 0,
                         element == QStyle::SE_ItemViewItemText ? 0 : -before * (2 * kCellPadding - kPartGap), 0);
}

QSize itemSize(const QSize& contents, const QWidget* widget) {
    const int row = px(isCompact(widget) ? Size::tableRowCompact : Size::tableRow);
    return {contents.width(), std::max(contents.height(), row)};
}

void drawBranch(const QStyleOption& option, QPainter& painter) {
    if (!(option.state & QStyle::State_Children)) return;
    const auto* mark = option.state & QStyle::State_Open ? "chevron-down" : "chevron-right";
    const bool selected = option.state & QStyle::State_Selected;
    drawIcon(painter, option.rect, mark, px(Size::icon), color(selected ? Role::onSelection : Role::textSecondary));
}

void drawHeaderSection(const QStyleOption& option, QPainter& painter) {
    const QRectF rect(option.rect);
    fillRect(painter, rect, isHovered(option) ? color(Role::hover) : color(Role::header));
    fillRect(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), color(Role::border));
}

void drawHeader(const QStyleOptionHeader& option, QPainter& painter) {
    drawHeaderSection(option, painter);
    QRectF rect = QRectF(option.rect).adjusted(kCellPadding, 0, -kCellPadding, -1);
    const auto font = headerFont();
    if (option.sortIndicator != QStyleOptionHeader::None) {
        // The mark follows the words, before the edge that right-aligned figures keep.
        const int mark = kSortMark + space(1);
        const qreal words = std::min<qreal>(rect.width() - mark, textWidth(font, option.text));
        const bool right = option.textAlignment & Qt::AlignRight;
        const QRectF place(right ? rect.right() - words - mark : rect.left() + words + space(1), rect.top(), kSortMark, rect.height());
        const bool down = option.sortIndicator == QStyleOptionHeader::SortDown;
        drawIcon(painter, place, down ? "chevron-down" : "chevron-up", kSortMark, color(Role::textSecondary));
        right ? rect.setLeft(rect.right() - words) : rect.setRight(rect.left() + words);
    }
    drawText(painter, rect, (option.textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter, option.text, font,
             textColor(option, Role::textSecondary));
}

QSize headerSize(const QStyleOptionHeader& option) {
    // Room for the sort mark, so that sorting moves nothing.
    return {textWidth(headerFont(), option.text) + 2 * kCellPadding + kSortMark + space(1), px(Size::tableHeader)};
}

}  // namespace anneal::theme::style
