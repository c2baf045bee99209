#pragma once
// The crosshair over a plot: its line, the points that are read, and the box with their values.

#include "charts/plot/axes.h"
#include "charts/reading.h"

namespace anneal::charts {

/// The dashed line at `x` and a dot at every reading.
void drawCrosshair(QPainter& painter, const Axes& axes, const Scene& scene, double x, const Reading& reading);

/// Where the box with the values goes: right of the crosshair, left where there is no room, and within the plot in any case.
QRectF valueBoxRect(const Axes& axes, const Scene& scene, double x, const Reading& reading);
/// Rows that do not fit are counted in the last line.
void drawValueBox(QPainter& painter, const Axes& axes, const Scene& scene, double x, const Reading& reading);

}  // namespace anneal::charts
