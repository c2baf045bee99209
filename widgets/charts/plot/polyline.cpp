#include "charts/plot/polyline.h"

namespace anneal::charts {
namespace {

/// The part of a line within `rect` (Liang and Barsky).
std::optional<QLineF> clipped(const QLineF& line, const QRectF& rect) {
    double from = 0, to = 1;
    const auto keep = [&](double by, double room) {
        if (by == 0) return room >= 0;
        const double at = room / by;
        (by < 0 ? from : to) = by < 0 ? std::max(from, at) : std::min(to, at);
        return from <= to;
    };
    const bool inside = keep(-line.dx(), line.x1() - rect.left()) && keep(line.dx(), rect.right() - line.x1()) &&
                        keep(-line.dy(), line.y1() - rect.top()) && keep(line.dy(), rect.bottom() - line.y1());
    return inside ? std::optional(QLineF(line.pointAt(from), line.pointAt(to))) : std::nullopt;
}

}  // namespace

std::vector<QPolygonF> polylinesOf(const Axes& axes, const Scene& scene, const Line& line, const Track& track) {
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
    for (const auto& span : spansOf(cutsOf(series, {scene.axis, x, columns}), track, axes.isLog())) {
        const double middle = x.low + (span.column + 0.5) * x.size() / columns;
        open = open && span.joined;
        const bool rises = span.last >= span.first;
        add(middle, rises ? span.low : span.high);
        if (span.high > span.low) add(middle, rises ? span.high : span.low);
    }
    return pieces;
}

std::vector<QPolygonF> clipped(const std::vector<QPolygonF>& pieces, const QRectF& rect) {
    std::vector<QPolygonF> parts;
    for (const auto& piece : pieces) {
        if (piece.size() == 1 && rect.contains(piece.front())) parts.push_back(piece);
        bool open = false;
        for (qsizetype i = 1; i < piece.size(); ++i) {
            const auto part = clipped(QLineF(piece[i - 1], piece[i]), rect);
            if (!part) {
                open = false;
                continue;
            }
            if (!open) parts.push_back({part->p1()});
            parts.back() << part->p2();
            open = part->p2() == piece[i];
        }
    }
    return parts;
}

void drawPolylines(QPainter& painter, const std::vector<QPolygonF>& pieces, const LinePen& pen) {
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

void fillPolylines(QPainter& painter, const std::vector<QPolygonF>& pieces, qreal base, const QColor& color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (auto piece : pieces) {
        piece << QPointF(piece.back().x(), base) << QPointF(piece.front().x(), base);
        painter.drawPolygon(piece);
    }
}

}  // namespace anneal::charts
