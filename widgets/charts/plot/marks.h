#pragma once
// What is marked in a plot beside its lines: evaluations, best points, levels, and what has not run yet.

#include "charts/plot/axes.h"
#include "charts/scene.h"

namespace anneal::charts {

/// From the newest point to where the run is to end.
void drawFuture(QPainter& painter, const Axes& axes, const Scene& scene);
void drawReferences(QPainter& painter, const Axes& axes, const Scene& scene);
/// A ring at every point of the lines that have markers, while there is room between them, and at best points.
void drawMarkers(QPainter& painter, const Axes& axes, const Scene& scene);

/// A ring around the ground.
void drawRing(QPainter& painter, const QPointF& at, const QColor& color);
/// A filled point, kept apart from the line below it.
void drawDot(QPainter& painter, const QPointF& at, const QColor& color);

}  // namespace anneal::charts
