#include "charts/plot/frame.h"

#include "theme/paint.h"

namespace anneal::charts {
namespace {

using theme::Role;
using theme::TextStyle;

const QFont& tickFont() { return theme::font(TextStyle::caption); }

/// A line of one border's width whose middle is at `at`.
void drawHorizontal(QPainter& painter, const QRectF& plot, qreal at, Role role) {
    theme::fillRect(painter, {plot.left(), at - theme::px(theme::Stroke::border) / 2, plot.width(), theme::px(theme::Stroke::border)},
                    theme::color(role));
}

void drawVertical(QPainter& painter, const QRectF& plot, qreal at, Role role) {
    theme::fillRect(painter, {at - theme::px(theme::Stroke::border) / 2, plot.top(), theme::px(theme::Stroke::border), plot.height()},
                    theme::color(role));
}

}  // namespace

int leftMargin(const Frame& frame) {
    int widest = 0;
    for (const auto& tick : frame.y) widest = std::max(widest, theme::textWidth(tickFont(), tick.text));
    return widest + kTickGap;
}

int bottomMargin() { return kTickGap - 2 + theme::lineHeight(TextStyle::caption); }

void drawGrid(QPainter& painter, const Axes& axes, const Frame& frame) {
    const QRectF plot = axes.rect();
    for (const auto& tick : frame.y) drawHorizontal(painter, plot, axes.at(0, tick.value).y(), Role::chartGrid);
    if (frame.verticals)
        for (const auto& tick : frame.x) drawVertical(painter, plot, axes.at(tick.value, 1).x(), Role::chartGrid);
}

void drawAxes(QPainter& painter, const Axes& axes, const Frame& frame, const QRectF& whole) {
    const QRectF plot = axes.rect();
    drawHorizontal(painter, plot, plot.bottom(), Role::borderStrong);
    const int line = theme::lineHeight(TextStyle::caption);
    const auto& ink = theme::color(Role::chartAxis);
    for (const auto& tick : frame.y) {
        const qreal middle = axes.at(0, tick.value).y();
        const qreal top = std::clamp(middle - line / 2.0, whole.top(), whole.bottom() - line);
        theme::drawText(painter, {whole.left(), top, plot.left() - kTickGap - whole.left(), qreal(line)}, Qt::AlignRight | Qt::AlignVCenter,
                        tick.text, tickFont(), ink);
    }
    for (const auto& tick : frame.x) {
        const qreal width = theme::textWidth(tickFont(), tick.text);
        const qreal left = std::clamp(axes.at(tick.value, 1).x() - width / 2, whole.left(), std::max(whole.left(), whole.right() - width));
        theme::drawText(painter, {left, plot.bottom() + kTickGap - 2, width, qreal(line)}, Qt::AlignLeft | Qt::AlignVCenter, tick.text,
                        tickFont(), ink);
    }
}

void drawNote(QPainter& painter, const QRectF& box, const QString& text, Role ink) {
    theme::fillRect(painter, box, theme::color(Role::chartBg));
    theme::drawText(painter, box, Qt::AlignCenter, text, tickFont(), theme::color(ink));
}

}  // namespace anneal::charts
