#pragma once
// A thin bar of parts on a track: the drawing that gauges, rows and cells share.

#include <vector>

#include <QPainter>

#include "theme/theme.h"

namespace anneal::controls {

struct BarPart {
    double share = 0;  ///< of the whole track, 0 … 1
    theme::Role role = theme::Role::accent;
};

/// The track with its parts from the left, `height` high, in the middle of `rect`. Each corner is rounded by `radius`.
void drawBar(QPainter& painter, const QRectF& rect, int height, const std::vector<BarPart>& parts, qreal radius = 2);

}  // namespace anneal::controls
