#include "charts/parts/names_header.h"

#include "theme/paint.h"

namespace anneal::charts {
namespace {

constexpr int kPad = 6;
constexpr int kWidest = 120;

const QFont& nameFont() { return theme::font(theme::TextStyle::caption); }
const QFont& titleFont() { return theme::font(theme::TextStyle::caption, theme::Weight::semibold); }
int line() { return theme::lineHeight(theme::TextStyle::caption); }

/// Draws as if `rect` were turned by a quarter to the left.
void drawUpright(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text, const QFont& font,
                 const QColor& color) {
    painter.save();
    painter.translate(rect.left(), rect.bottom());
    painter.rotate(-90);
    theme::drawText(painter, {0, 0, rect.height(), rect.width()}, alignment, text, font, color);
    painter.restore();
}

}  // namespace

NamesHeader::NamesHeader(Qt::Orientation orientation, QWidget* parent) : QHeaderView(orientation, parent) {
    setSectionResizeMode(Fixed);
    setHighlightSections(false);
}

void NamesHeader::setTitle(const QString& title) {
    title_ = title;
    update();
}

void NamesHeader::fit(int size) {
    if (size == defaultSectionSize()) return;
    setMinimumSectionSize(1);
    setDefaultSectionSize(size);
    Q_EMIT geometriesChanged();
}

int NamesHeader::widestName() const {
    int widest = 0;
    for (int section = 0; section < count(); ++section)
        widest = std::max(widest, theme::textWidth(nameFont(), model()->headerData(section, orientation()).toString()) + 2 * kPad);
    return std::min(widest, kWidest);
}

QSize NamesHeader::sizeHint() const {
    const int title = title_.isEmpty() ? 0 : line();
    if (orientation() == Qt::Vertical) return {title + widestName(), line()};
    return {line(), title + (isUpright() ? widestName() : line() + kPad)};
}

/// Names and title alone: the style's header has borders.
void NamesHeader::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    for (int section = 0; section < count(); ++section) {
        const int from = sectionViewportPosition(section), size = sectionSize(section);
        paintSection(&painter, orientation() == Qt::Vertical ? QRect(0, from, width(), size) : QRect(from, 0, size, height()), section);
    }
    const auto& ink = theme::color(theme::Role::textSecondary);
    if (orientation() == Qt::Horizontal)
        theme::drawText(painter, QRectF(0, 0, viewport()->width(), line()), Qt::AlignHCenter | Qt::AlignVCenter, title_, titleFont(), ink);
    else
        drawUpright(painter, QRectF(0, 0, line(), viewport()->height()), Qt::AlignHCenter | Qt::AlignVCenter, title_, titleFont(), ink);
}

void NamesHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const auto name = model()->headerData(section, orientation()).toString();
    const auto& ink = theme::color(theme::Role::textSecondary);
    const int title = title_.isEmpty() ? 0 : line();
    if (orientation() == Qt::Vertical)
        theme::drawText(*painter, QRectF(rect).adjusted(title, 0, -kPad, 0), Qt::AlignRight | Qt::AlignVCenter, name, nameFont(), ink);
    else if (isUpright())
        drawUpright(*painter, QRectF(rect).adjusted(0, title, 0, -kPad), Qt::AlignLeft | Qt::AlignVCenter, name, nameFont(), ink);
    else
        theme::drawText(*painter, QRectF(rect).adjusted(0, title, 0, 0), Qt::AlignHCenter | Qt::AlignVCenter, name, nameFont(), ink);
}

}  // namespace anneal::charts
