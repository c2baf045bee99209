#pragma once
// How the lines of a scene are drawn, whatever they are drawn on.

#include "charts/data/spans.h"
#include "charts/plot/axes.h"
#include "charts/scene.h"

namespace anneal::charts {

constexpr double kRawOpacity = 0.28;   ///< of the values under a smooth line
constexpr double kFillOpacity = 0.15;  ///< of what lies below a filled line

struct LinePen {
    QColor color;
    qreal width;        ///< in device-independent pixels, like the dash
    QList<qreal> dash;  ///< lengths drawn and left out
};

LinePen penOf(const Scene& scene, std::size_t line);
/// Whether the values under the smooth line are drawn: not where another line is chosen.
bool showsRaw(const Scene& scene, std::size_t line);
/// The stretch of `x` that the line is drawn over: what was planned ends where the run has come to.
Range drawnOver(const Scene& scene, const Line& line, Range x);
/// Where the filling of a line ends.
double fillBase(const Axes& axes);
QColor withOpacity(QColor color, double opacity);

}  // namespace anneal::charts
