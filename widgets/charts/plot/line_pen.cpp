#include "charts/plot/line_pen.h"

#include "charts/series_look.h"
#include "theme/theme.h"

namespace anneal::charts {
namespace {

constexpr double kFadedOpacity = 0.3;
constexpr double kPlannedOpacity = 0.6;
const QList<qreal> kPlannedDash{2, 3};

}  // namespace

LinePen penOf(const Scene& scene, std::size_t line) {
    const auto& look = scene.lines[line].look;
    const bool chosen = scene.chosen == line, faded = scene.chosen && !chosen;
    const double opacity = (faded ? kFadedOpacity : 1) * (look.planned ? kPlannedOpacity : 1);
    return {withOpacity(seriesColor(look.number), opacity), theme::px(chosen ? theme::Stroke::chartEmphasis : theme::Stroke::chart),
            look.planned ? kPlannedDash : seriesDash(look.number)};
}

bool showsRaw(const Scene& scene, std::size_t line) { return scene.isSmooth(scene.lines[line]) && (!scene.chosen || scene.chosen == line); }

Range drawnOver(const Scene& scene, const Line& line, Range x) {
    if (!line.look.planned) return x;
    const auto newest = scene.newest();
    return {std::max(x.low, newest.value_or(x.low)), x.high};
}

double fillBase(const Axes& axes) {
    const auto range = axes.yRange();
    return axes.isLog() ? range.low : std::clamp(0.0, range.low, range.high);
}

QColor withOpacity(QColor color, double opacity) {
    color.setAlphaF(color.alphaF() * float(opacity));
    return color;
}

}  // namespace anneal::charts
