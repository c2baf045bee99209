#include "charts/plot/vector_lines.h"

#include "charts/plot/line_pen.h"
#include "theme/theme.h"

namespace anneal::charts {
namespace {

constexpr double kRawWidth = 0.75;
/// Farther outside the plot than this nothing is seen of a line.
constexpr qreal kFar = 1e5;

/// Pieces without gaps.
std::vector<QPolygonF> piecesOf(const Axes& axes, const Scene& scene, const Line& line, const Track& track) {
    const auto& series = *line.series;
    std::vector<QPolygonF> pieces;
    bool open = false;
    const auto add = [&](double x, double y) {
        if (!open) pieces.emplace_back();
        open = true;
        const auto at = axes.at(x, y);
        pieces.back() << QPointF(std::clamp(at.x(), -kFar, kFar), std::clamp(at.y(), -kFar, kFar));
    };
    const Range x = axes.xRange();
    const int columns = std::max(1, int(axes.rect().width()));
    auto [first, last] = within(series, scene.axis, x);
    if (last - first <= 2 * std::size_t(columns)) {
        if (first > 0) --first;
        last = std::min(last + 1, series.size());
        for (std::size_t i = first; i < last; ++i)
            isDrawn(track[i], axes.isLog()) ? add(series.x(scene.axis, i), track[i]) : void(open = false);
        return pieces;
    }
    for (const auto& span : spansOf(series, track, {scene.axis, x, columns, axes.isLog()})) {
        const double middle = x.low + (span.column + 0.5) * x.size() / columns;
        open = open && span.joined;
        const bool rises = span.last >= span.first;
        add(middle, rises ? span.low : span.high);
        if (span.high > span.low) add(middle, rises ? span.high : span.low);
    }
    return pieces;
}

void drawPieces(QPainter& painter, const std::vector<QPolygonF>& pieces, const LinePen& pen) {
    QPen stroke(pen.color, pen.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!pen.dash.isEmpty()) {
        auto dash = pen.dash;
        for (auto& length : dash) length /= pen.width;
        stroke.setDashPattern(dash);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(stroke);
    for (const auto& piece : pieces) piece.size() > 1 ? painter.drawPolyline(piece) : painter.drawPoint(piece.front());
}

void fillPieces(QPainter& painter, const std::vector<QPolygonF>& pieces, qreal base, const QColor& color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (auto piece : pieces) {
        piece << QPointF(piece.back().x(), base) << QPointF(piece.front().x(), base);
        painter.drawPolygon(piece);
    }
}

}  // namespace

void drawVectorLines(QPainter& painter, const Axes& axes, Scene& scene) {
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        const auto& line = scene.lines[i];
        if (!line.hidden && showsRaw(scene, i))
            drawPieces(painter, piecesOf(axes, scene, line, line.series->values()),
                       {withOpacity(penOf(scene, i).color, kRawOpacity), kRawWidth, {}});
    }
    for (std::size_t i = 0; i < scene.lines.size(); ++i) {
        auto& line = scene.lines[i];
        if (line.hidden) continue;
        const auto pen = penOf(scene, i);
        const auto pieces = piecesOf(axes, scene, line, scene.track(line));
        QRectF clip = axes.rect();
        clip.setLeft(axes.x->coordToPixel(drawnOver(scene, line, axes.xRange()).low));
        painter.save();
        painter.setClipRect(clip, Qt::IntersectClip);
        if (line.look.filled) fillPieces(painter, pieces, axes.at(0, fillBase(axes)).y(), withOpacity(pen.color, kFillOpacity));
        drawPieces(painter, pieces, pen);
        painter.restore();
    }
}

}  // namespace anneal::charts
