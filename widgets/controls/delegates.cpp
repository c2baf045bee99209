#include "controls/delegates.h"

#include "controls/bar.h"
#include "controls/cell.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

using theme::Role;

constexpr int kBar = 64;
constexpr int kBarHeight = 4;
constexpr int kGap = 8;

int rowHeight() { return theme::px(theme::Size::tableRow); }
const QFont& nameFont() { return theme::font(theme::TextStyle::body, theme::Weight::medium); }

}  // namespace

ChipDelegate::ChipDelegate(int role, QObject* parent) : QStyledItemDelegate(parent), role_(role) {}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {chipWidth(index.data(role_).value<ChipLook>()) + 2 * kCellPadding, rowHeight()};
}

void ChipDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    drawCellGround(*painter, option, index);
    if (const auto value = index.data(role_); value.canConvert<ChipLook>())
        drawChip(*painter, cellContents(option), value.value<ChipLook>());
}

ProgressDelegate::ProgressDelegate(int role, QObject* parent) : QStyledItemDelegate(parent), role_(role) {}

QSize ProgressDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const auto progress = index.data(role_).value<ProgressValue>();
    const int words = theme::textWidth(theme::font(theme::TextStyle::caption), progress.text);
    return {(progress.share >= 0 ? kBar + kGap : 0) + words + 2 * kCellPadding, rowHeight()};
}

void ProgressDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    drawCellGround(*painter, option, index);
    const auto progress = index.data(role_).value<ProgressValue>();
    QRectF rect = cellContents(option);
    if (progress.share >= 0) {
        drawBar(*painter, QRectF(rect.left(), rect.top(), std::min<qreal>(kBar, rect.width()), rect.height()), kBarHeight,
                {{progress.share, fillRole(progress.tone)}});
        rect.adjust(kBar + kGap, 0, 0, 0);
    }
    const auto ink = progress.tone == Tone::accent ? Role::textSecondary : textRole(progress.tone);
    theme::drawText(*painter, rect, Qt::AlignLeft | Qt::AlignVCenter, progress.text, theme::font(theme::TextStyle::caption),
                    cellInk(option, theme::color(ink)));
}

NamedDelegate::NamedDelegate(int role, bool mono, QObject* parent) : QStyledItemDelegate(parent), role_(role), mono_(mono) {}

const QFont& NamedDelegate::smallFont() const { return theme::font(mono_ ? theme::TextStyle::mono : theme::TextStyle::caption); }

QSize NamedDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const int width = theme::textWidth(nameFont(), index.data().toString()) + theme::textWidth(smallFont(), index.data(role_).toString());
    return {width + kGap + 2 * kCellPadding, rowHeight()};
}

void NamedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    drawCellGround(*painter, option, index);
    QRectF rect = cellContents(option);
    const auto name = index.data().toString();
    theme::drawText(*painter, rect, Qt::AlignLeft | Qt::AlignVCenter, name, nameFont(), cellInk(option, theme::color(Role::text)));
    rect.adjust(theme::textWidth(nameFont(), name) + kGap, 0, 0, 0);
    theme::drawText(*painter, rect, Qt::AlignLeft | Qt::AlignVCenter, index.data(role_).toString(), smallFont(),
                    cellInk(option, theme::color(Role::textSecondary)));
}

}  // namespace anneal::controls
