#pragma once
// A chart as a picture that stands alone: title, legend and plot without the controls.

#include <QImage>

#include "base/result.h"
#include "charts/scene.h"

namespace anneal::charts {

class Plot;

/// With `scale` pixels to each of the screen's.
QImage pictureOf(Plot& plot, const Scene& scene, qreal scale);
/// Errors: "write_failed".
Status writePng(Plot& plot, const Scene& scene, const QString& file);
Status writeSvg(Plot& plot, Scene& scene, const QString& file);

}  // namespace anneal::charts
