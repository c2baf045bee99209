#include "charts/plot/vector_lines.h"

#include "charts/plot/polyline.h"

namespace anneal::charts {
namespace {

constexpr double kRawWidth = 0.75;

}  // namespace

void drawVectorLines(QPainter& painter, const Axes& axes, Scene& scene) {
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        const auto& line = scene.lines[i];
        if (!line.hidden && showsRaw(scene, i))
            drawPolylines(painter, polylinesOf(axes, scene, line, line.series->values()),
                          {withOpacity(penOf(scene, i).color, kRawOpacity), kRawWidth, {}});
    }
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        auto& line = scene.lines[i];
        if (line.hidden) continue;
        const auto pen = penOf(scene, i);
        const auto pieces = polylinesOf(axes, scene, line, scene.track(line));
        QRectF clip = axes.rect();
        clip.setLeft(axes.x->coordToPixel(drawnOver(scene, line, axes.xRange()).low));
        painter.save();
        painter.setClipRect(clip, Qt::IntersectClip);
        if (line.look.filled) fillPolylines(painter, pieces, axes.at(0, fillBase(axes)).y(), withOpacity(pen.color, kFillOpacity));
        drawPolylines(painter, pieces, pen);
        painter.restore();
    }
}

}  // namespace anneal::charts
