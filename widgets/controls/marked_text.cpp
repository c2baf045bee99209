#include "controls/marked_text.h"

#include "controls/cell.h"
#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

using theme::Role;
using Mark = TextPart::Mark;

constexpr int kMarkPadding = 2;
constexpr int kEdge = 2;
constexpr int kReasonIcon = 12;

struct Look {
    QFont font;
    QColor ink;
    QColor ground;
};

Look lookOf(Mark mark, const QColor& ink) {
    const auto& plain = theme::font(theme::TextStyle::body);
    const auto& strong = theme::font(theme::TextStyle::body, theme::Weight::semibold);
    switch (mark) {
        case Mark::none: return {plain, ink, {}};
        case Mark::added: return {strong, theme::color(Role::successText), theme::color(Role::successSubtle)};
        case Mark::mask:
            return {theme::font(theme::TextStyle::body, theme::Weight::medium), theme::color(Role::accentText),
                    theme::color(Role::accentSubtle)};
        case Mark::removed: {
            Look look{plain, theme::color(Role::dangerText), theme::color(Role::dangerSubtle)};
            look.font.setStrikeOut(true);
            return look;
        }
    }
    Q_UNREACHABLE();
}

int partWidth(const TextPart& part, const Look& look) {
    return theme::textWidth(look.font, part.text) + (part.mark == Mark::none ? 0 : 2 * kMarkPadding);
}

}  // namespace

void drawMarkedText(QPainter& painter, const QRectF& rect, const std::vector<TextPart>& parts, const QColor& ink) {
    const int line = theme::lineHeight(theme::TextStyle::body);
    QRectF rest(rect.left(), rect.top() + std::floor((rect.height() - line) / 2), rect.width(), line);
    for (const auto& part : parts) {
        const auto look = lookOf(part.mark, ink);
        QRectF box = rest;
        box.setWidth(std::min<qreal>(partWidth(part, look), rest.width()));
        if (box.width() <= 0) return;
        if (look.ground.isValid()) theme::drawBox(painter, box.adjusted(0, 1, 0, -1), {look.ground, {}, 3});
        const int padding = part.mark == Mark::none ? 0 : kMarkPadding;
        theme::drawText(painter, box.adjusted(padding, 0, -padding, 0), Qt::AlignLeft | Qt::AlignVCenter, part.text, look.font, look.ink);
        rest.setLeft(box.right());
    }
}

int markedTextWidth(const std::vector<TextPart>& parts) {
    int width = 0;
    for (const auto& part : parts) width += partWidth(part, lookOf(part.mark, {}));
    return width;
}

MarkedDelegate::MarkedDelegate(int role, QObject* parent) : QStyledItemDelegate(parent), role_(role) {}

QSize MarkedDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    return {markedTextWidth(index.data(role_).value<MarkedCell>().parts) + 2 * kCellPadding, theme::px(theme::Size::tableRow)};
}

void MarkedDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    drawCellGround(*painter, option, index);
    const auto cell = index.data(role_).value<MarkedCell>();
    const bool selected = option.state & QStyle::State_Selected;
    const QRectF above = QRectF(option.rect).adjusted(0, 0, 0, -1);
    QRectF text = cellContents(option);
    if (cell.state == MarkedCell::State::changed) {
        if (!selected) theme::fillRect(*painter, above, theme::color(Role::hover));
        theme::fillRect(*painter, QRectF(above.left(), above.top(), kEdge, above.height()), theme::color(Role::accentText));
    }
    if (cell.state != MarkedCell::State::dropped)
        return drawMarkedText(*painter, text, cell.parts, cellInk(option, theme::color(Role::text)));

    theme::fillRect(*painter, above, theme::color(Role::dangerSubtle));
    const auto ink = theme::color(Role::dangerText);
    if (!cell.reason.isEmpty()) {
        theme::drawIcon(*painter, QRectF(text.left(), text.top(), kReasonIcon, text.height()), "circle-x", kReasonIcon, ink);
        text.adjust(kReasonIcon + theme::space(1), 0, 0, 0);
        return theme::drawText(*painter, text, Qt::AlignLeft | Qt::AlignVCenter, cell.reason, theme::font(theme::TextStyle::caption), ink);
    }
    auto struck = theme::font(theme::TextStyle::body);
    struck.setStrikeOut(true);
    QString whole;
    for (const auto& part : cell.parts) whole += part.text;
    theme::drawText(*painter, text, Qt::AlignLeft | Qt::AlignVCenter, whole, struck, ink);
}

}  // namespace anneal::controls
