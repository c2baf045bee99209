#include "charts/plot/marks.h"

#include "charts/plot/line_pen.h"
#include "theme/icons.h"
#include "theme/paint.h"

namespace anneal::charts {
namespace {

using theme::Role;

constexpr qreal kMarker = 3.25;    ///< radius to the middle of the ring
constexpr qreal kDot = 4.25;       ///< radius with the edge that parts it from its line
constexpr qreal kMarkerApart = 9;  ///< closer ones would hide the line
constexpr int kStar = 12;
constexpr qreal kStarGap = 5;
const QList<qreal> kReferenceDash{4, 3};

Role roleOf(Reference::Kind kind) { return kind == Reference::Kind::limit ? Role::warning : Role::borderControl; }

void drawBest(QPainter& painter, const Axes& axes, const Scene& scene, std::size_t index) {
    const auto& line = scene.lines[index];
    const std::size_t i = line.series->firstAt(XAxis::step, double(*line.best));
    if (i == line.series->size() || line.series->place(i).step != *line.best || !isDrawn(line.series->value(i), axes.isLog())) return;
    const auto at = axes.at(line.series->x(scene.axis, i), line.series->value(i));
    const QRectF plot = axes.rect();
    if (!plot.contains(at)) return;
    drawDot(painter, at, penOf(scene, index).color);
    QRectF star(at.x() - kStar / 2.0, at.y() - kMarker - kStarGap - kStar, kStar, kStar);
    if (star.top() < plot.top()) star.moveTop(at.y() + kMarker + kStarGap);
    theme::drawIcon(painter, star, "star", kStar, theme::color(Role::successText));
}

}  // namespace

void drawFuture(QPainter& painter, const Axes& axes, const Scene& scene) {
    const auto newest = scene.newest();
    if (!newest || !scene.end) return;
    const QRectF plot = axes.rect();
    const qreal from = std::max(axes.x->coordToPixel(*newest), plot.left());
    const qreal to = std::min(axes.x->coordToPixel(scene.end->along(scene.axis)), plot.right());
    if (from >= to) return;
    const QRectF future(from, plot.top(), to - from, plot.height());
    // Where the ground is as dark as it gets, hatching tells what shade cannot.
    if (theme::color(Role::window) == theme::color(Role::chartBg))
        painter.fillRect(future, QBrush(theme::color(Role::chartGrid), Qt::BDiagPattern));
    else
        theme::fillRect(painter, future, theme::color(Role::window));
}

void drawReferences(QPainter& painter, const Axes& axes, const Scene& scene) {
    const QRectF plot = axes.rect();
    const int height = theme::lineHeight(theme::TextStyle::caption);
    for (const auto& reference : scene.references) {
        if (!axes.yRange().holds(reference.value)) continue;
        const qreal y = axes.at(0, reference.value).y();
        QPen pen(theme::color(roleOf(reference.kind)), theme::px(theme::Stroke::chart), Qt::SolidLine, Qt::FlatCap);
        if (reference.kind == Reference::Kind::limit) {
            auto dash = kReferenceDash;
            for (auto& length : dash) length /= pen.widthF();
            pen.setDashPattern(dash);
        }
        painter.setPen(pen);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        const bool above = y - height > plot.top();
        theme::drawText(painter, {plot.left(), above ? y - height : y + 1, plot.width(), qreal(height)}, Qt::AlignRight | Qt::AlignVCenter,
                        reference.label, theme::font(theme::TextStyle::caption), theme::color(Role::textSecondary));
    }
}

void drawMarkers(QPainter& painter, const Axes& axes, const Scene& scene) {
    const QRectF plot = axes.rect().adjusted(-1, -1, 1, 1);
    for (std::size_t index = 0; index < scene.lines.size(); ++index) {
        const auto& line = scene.lines[index];
        if (line.hidden) continue;
        const auto [first, last] = within(*line.series, scene.axis, axes.xRange());
        const bool roomy = qreal(last - first) * kMarkerApart <= plot.width();
        for (std::size_t i = first; line.look.markers && roomy && i < last; ++i) {
            if (!isDrawn(line.series->value(i), axes.isLog())) continue;
            const auto at = axes.at(line.series->x(scene.axis, i), line.series->value(i));
            if (plot.contains(at)) drawRing(painter, at, penOf(scene, index).color);
        }
        if (line.best) drawBest(painter, axes, scene, index);
    }
}

void drawRing(QPainter& painter, const QPointF& at, const QColor& color) {
    painter.setPen(QPen(color, theme::px(theme::Stroke::chart)));
    painter.setBrush(theme::color(Role::chartBg));
    painter.drawEllipse(at, kMarker, kMarker);
}

void drawDot(QPainter& painter, const QPointF& at, const QColor& color) {
    painter.setPen(QPen(theme::color(Role::chartBg), theme::px(theme::Stroke::chart)));
    painter.setBrush(color);
    painter.drawEllipse(at, kDot, kDot);
}

}  // namespace anneal::charts
