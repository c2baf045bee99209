#include "charts/plot/vector_lines.h"

#include "charts/plot/polyline.h"

namespace anneal::charts {
namespace {

constexpr double kRawWidth = 0.75;

}  // namespace

void drawVectorLines(QPainter& painter, const Axes& axes, Scene& scene) {
    const QRectF plot = axes.rect();
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        const auto& line = scene.lines[i];
        if (!line.hidden && showsRaw(scene, i))
            drawPolylines(painter, clipped(polylinesOf(axes, scene, line, line.series->values()), plot),
                          {withOpacity(penOf(scene, i).color, kRawOpacity), kRawWidth, {}});
    }
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        auto& line = scene.lines[i];
        if (line.hidden) continue;
        const auto pen = penOf(scene, i);
        const auto pieces = polylinesOf(axes, scene, line, scene.track(line));
        QRectF drawn = plot;
        drawn.setLeft(axes.x->coordToPixel(drawnOver(scene, line, axes.xRange()).low));
        if (line.look.filled) {
            auto below = clipped(pieces, drawn.adjusted(0, -kFar, 0, kFar));
            for (auto& piece : below)
                for (auto& point : piece) point.setY(std::clamp(point.y(), plot.top(), plot.bottom()));
            fillPolylines(painter, below, axes.y->coordToPixel(fillBase(axes)), withOpacity(pen.color, kFillOpacity));
        }
        drawPolylines(painter, clipped(pieces, drawn), pen);
    }
}

}  // namespace anneal::charts
