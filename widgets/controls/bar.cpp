#include "controls/bar.h"

#include <cmath>

#include <QPainterPath>

#include "theme/paint.h"

namespace anneal::controls {

void drawBar(QPainter& painter, const QRectF& rect, int height, const std::vector<BarPart>& parts, qreal radius) {
    const QRectF track =
        theme::snapped(painter, QRectF(rect.left(), rect.top() + std::floor((rect.height() - height) / 2), rect.width(), height));
    theme::drawBox(painter, track, {theme::color(theme::Role::sunken), theme::color(theme::Role::border), radius});
    const theme::Painting painting(painter);
    QPainterPath shape;
    shape.addRoundedRect(track, radius, radius);
    double from = 0;
    for (const auto& part : parts) {
        const double to = std::clamp(from + part.share, from, 1.0);
        const QRectF bar =
            theme::snapped(painter, {track.left() + from * track.width(), track.top(), (to - from) * track.width(), track.height()});
        if (bar.width() > 0) {
            QPainterPath piece;
            piece.addRect(bar);
            painter.fillPath(shape.intersected(piece), theme::color(part.role));
        }
        from = to;
    }
}

}  // namespace anneal::controls
