#include "theme/paint.h"

#include <cmath>

#include <QFontMetricsF>
#include <QPainterPath>

namespace anneal::theme {
namespace {

constexpr qreal kTolerance = 0.5;

bool isUpright(const QTransform& transform) { return transform.type() <= QTransform::TxScale; }

QPainterPath rounded(const QRectF& rect, qreal radius) {
    QPainterPath path;
    radius = std::min({radius, rect.width() / 2, rect.height() / 2});
    if (radius > 0)
        path.addRoundedRect(rect, radius, radius);
    else
        path.addRect(rect);
    return path;
}

}  // namespace

QRectF snapped(const QPainter& painter, const QRectF& rect) {
    const auto& device = painter.deviceTransform();
    if (!isUpright(device)) return rect;
    const QRectF mapped = device.mapRect(rect);
    const QPointF topLeft(std::round(mapped.left()), std::round(mapped.top()));
    const QPointF bottomRight(std::round(mapped.right()), std::round(mapped.bottom()));
    return device.inverted().mapRect(QRectF(topLeft, bottomRight));
}

qreal snappedWidth(const QPainter& painter, qreal width) {
    const auto& device = painter.deviceTransform();
    if (!isUpright(device) || width <= 0) return width;
    const qreal scale = std::abs(device.m11());
    return std::max(1.0, std::floor(width * scale + 0.25)) / scale;
}

void drawBox(QPainter& painter, const QRectF& rect, const Box& box) {
    const Painting painting(painter);
    const QRectF outer = snapped(painter, rect);
    const bool bordered = box.border.isValid() && box.border.alpha() > 0;
    const qreal width = bordered ? snappedWidth(painter, box.width) : 0;
    if (box.fill.isValid()) {
        // Under the middle of the border, so that neither colour shows past the other in a corner.
        const qreal inset = width / 2;
        painter.fillPath(rounded(outer.adjusted(inset, inset, -inset, -inset), box.radius - inset), box.fill);
    }
    if (bordered) {
        QPainterPath ring = rounded(outer, box.radius);
        ring.addPath(rounded(outer.adjusted(width, width, -width, -width), box.radius - width));
        painter.fillPath(ring, box.border);
    }
}

void drawOutside(QPainter& painter, const QRectF& rect, qreal radius, const QColor& color) {
    const Painting painting(painter);
    const QRectF outer = snapped(painter, rect);
    QPainterPath path = rounded(outer, 0);
    path.addPath(rounded(outer, radius));
    painter.fillPath(path, color);
}

void fillRect(QPainter& painter, const QRectF& rect, const QColor& color) {
    QRectF bar = snapped(painter, rect);
    if (rect.width() > 0 && bar.width() <= 0) bar.setWidth(snappedWidth(painter, rect.width()));
    if (rect.height() > 0 && bar.height() <= 0) bar.setHeight(snappedWidth(painter, rect.height()));
    painter.fillRect(bar, color);
}

void drawText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text, const QFont& font, const QColor& color) {
    if (text.isEmpty() || rect.width() <= 0) return;
    const QFontMetricsF metrics(font);
    QString shown = text;
    qreal width = metrics.horizontalAdvance(text);
    if (width > rect.width() + kTolerance) {
        shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(shown);
    }
    qreal x = rect.left();
    if (alignment & Qt::AlignRight) x = rect.right() - width;
    if (alignment & Qt::AlignHCenter) x = rect.left() + (rect.width() - width) / 2;
    // From the face's own metrics: Qt's would move the line with whatever other face a character falls back to.
    qreal top = rect.top() + (rect.height() - metrics.ascent() - metrics.descent()) / 2;
    if (alignment & Qt::AlignTop) top = rect.top();
    const qreal baseline = snapped(painter, QRectF(x, top + metrics.ascent(), 0, 0)).top();
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(x, baseline), shown);
}

int textWidth(const QFont& font, const QString& text) { return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text))); }

}  // namespace anneal::theme
