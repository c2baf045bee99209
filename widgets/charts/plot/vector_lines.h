#pragma once
// The lines of a scene as vectors, with what a display of that size shows: a line of millions of points makes a small file.

#include "charts/plot/axes.h"
#include "charts/scene.h"

namespace anneal::charts {

void drawVectorLines(QPainter& painter, const Axes& axes, Scene& scene);

}  // namespace anneal::charts
