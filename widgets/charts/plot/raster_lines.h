#pragma once
// The lines of a scene on pixels.

#include "charts/plot/axes.h"
#include "charts/scene.h"

namespace anneal::charts {

/// `painter` must paint on a raster, at any scale. `image` is where the lines are put together first; keep it for the next time.
void drawRasterLines(QPainter& painter, const Axes& axes, Scene& scene, QImage& image);

}  // namespace anneal::charts
