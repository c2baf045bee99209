#pragma once
// The two axes of a plot as what is drawn on it sees them. Pixels are device-independent.

#include "charts/axis.h"
#include "charts/plot/library.h"

namespace anneal::charts {

struct Axes {
    const QCPAxis* x;
    const QCPAxis* y;

    QRectF rect() const { return x->axisRect()->rect(); }
    QPointF at(double xValue, double yValue) const { return {x->coordToPixel(xValue), y->coordToPixel(yValue)}; }
    Range xRange() const { return {x->range().lower, x->range().upper}; }
    Range yRange() const { return {y->range().lower, y->range().upper}; }
    bool isLog() const { return y->scaleType() == QCPAxis::stLogarithmic; }
};

/// Device pixels to each pixel of what `painter` paints on.
inline qreal deviceScale(const QPainter& painter) { return std::abs(painter.deviceTransform().m11()); }

}  // namespace anneal::charts
