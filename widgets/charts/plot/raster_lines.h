#pragma once
// The lines of a scene on pixels.

#include "charts/plot/axes.h"
#include "charts/scene.h"

namespace anneal::charts {

/// `painter` must paint on a raster, at any scale.
void drawRasterLines(QPainter& painter, const Axes& axes, Scene& scene);

}  // namespace anneal::charts
