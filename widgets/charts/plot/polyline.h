#pragma once
// A line as a pen draws it from point to point: on paper, and where few points lie far apart.

#include "charts/plot/line_pen.h"

namespace anneal::charts {

/// Farther outside the plot than this nothing is seen of a line.
constexpr qreal kFar = 1e5;

/// In the plot's pixels, parted at gaps. Of more points than the plot has columns, the extremes of each column.
std::vector<QPolygonF> polylinesOf(const Axes& axes, const Scene& scene, const Line& line, const Track& track);

/// What of the pieces lies within `rect`, for paper that knows no clipping.
std::vector<QPolygonF> clipped(const std::vector<QPolygonF>& pieces, const QRectF& rect);

void drawPolylines(QPainter& painter, const std::vector<QPolygonF>& pieces, const LinePen& pen);
/// Down to `base`.
void fillPolylines(QPainter& painter, const std::vector<QPolygonF>& pieces, qreal base, const QColor& color);

}  // namespace anneal::charts
