#include "pages/runs/compare_cells.h"

#include "charts/series_look.h"
#include "controls/cell.h"
#include "pages/runs/compare_table.h"
#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;
using Kind = CompareTable::Row::Kind;

constexpr int kSample = 20;
constexpr int kStar = 12;
constexpr int kGap = 8;

QFont strong(TextStyle style) { return theme::font(style, theme::Weight::semibold); }

}  // namespace

CompareHeader::CompareHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsClickable(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void CompareHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const auto column = model()->headerData(section, Qt::Horizontal, CompareTable::columnRole).value<CompareTable::Column>();
    if (!column.series && column.remark.isEmpty()) return QHeaderView::paintSection(painter, rect, section);
    theme::fillRect(*painter, rect, theme::color(Role::header));
    theme::fillRect(*painter, QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme::color(Role::border));
    theme::fillRect(*painter, QRectF(rect.left(), rect.top(), 1, rect.height()), theme::color(Role::border));
    QRectF inside = QRectF(rect).adjusted(controls::kCellPadding, 0, -controls::kCellPadding, 0);
    if (column.series) {
        const theme::Painting painting(*painter);
        charts::drawSample(*painter, QRectF(inside.left(), inside.top(), kSample, inside.height()), *column.series,
                           charts::seriesColor(*column.series));
        inside.adjust(kSample + kGap, 0, 0, 0);
    }
    const int remark = theme::textWidth(theme::font(TextStyle::caption), column.remark);
    theme::drawText(*painter, inside.adjusted(0, 0, -remark - kGap, 0), Qt::AlignLeft | Qt::AlignVCenter, column.name,
                    strong(TextStyle::caption), theme::color(Role::text));
    theme::drawText(*painter, inside, Qt::AlignRight | Qt::AlignVCenter, column.remark, theme::font(TextStyle::caption),
                    theme::color(Role::textSecondary));
}

QSize CompareCell::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {theme::textWidth(strong(TextStyle::body), index.data().toString()) + 2 * controls::kCellPadding + kStar + kGap,
            theme::px(theme::Size::tableRowCompact)};
}

void CompareCell::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    controls::drawCellGround(*painter, option, index);
    const auto kind = Kind(index.data(CompareTable::rowKind).toInt());
    const bool selected = option.state & QStyle::State_Selected;
    if (kind == Kind::section) theme::fillRect(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), theme::color(Role::header));
    auto rect = controls::cellContents(option);
    const auto write = [&](const QFont& font, Role role) {
        theme::drawText(*painter, rect, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString(), font,
                        controls::cellInk(option, theme::color(role)));
    };
    if (index.column() == 0) {
        kind == Kind::section ? write(strong(TextStyle::caption), Role::text) : write(theme::font(TextStyle::body), Role::textSecondary);
        return;
    }
    const auto cell = index.data(CompareTable::cellRole).value<CompareTable::Cell>();
    if (kind != Kind::section)
        theme::fillRect(*painter, QRectF(option.rect.left(), option.rect.top(), 1, option.rect.height()), theme::color(Role::border));
    if (cell.differs) {
        if (!selected) theme::fillRect(*painter, QRectF(option.rect).adjusted(1, 0, 0, -1), theme::color(Role::warningSubtle));
        return write(strong(TextStyle::body), Role::warningText);
    }
    if (!cell.best) return write(theme::font(TextStyle::body), Role::text);
    const auto ink = controls::cellInk(option, theme::color(Role::successText));
    theme::drawIcon(*painter, QRectF(rect.left(), rect.top(), kStar, rect.height()), "star", kStar, ink);
    rect.adjust(kStar + kGap / 2, 0, 0, 0);
    write(strong(TextStyle::body), Role::successText);
}

}  // namespace anneal::pages
