#include "charts/plot/bar_plot.h"

#include <numeric>

#include "charts/plot/line_pen.h"
#include "charts/series_look.h"
#include "controls/numbers.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

using theme::Role;

constexpr QMargins kMargins(36, 8, 8, 0);
constexpr int kTickApart = 64;
constexpr double kOpacity = 0.75;
constexpr double kRoom = 0.08;
constexpr qreal kBarGap = 1;
constexpr qreal kNameGap = 0.25;  ///< between bars with names, as a share of a bar
constexpr int kLeastName = 28;
const QList<qreal> kMarkDash{4, 3};

const QFont& captionFont() { return theme::font(theme::TextStyle::caption); }

}  // namespace

BarPlot::BarPlot(QWidget* parent) : Canvas(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setObjectName(u"plot"_s);
    add(Layer::lines, [this](QPainter& painter) { drawBars(painter); });
    add(Layer::words, [this](QPainter& painter) { drawMarks(painter); });
}

void BarPlot::setBars(Bars bars) {
    bars_ = std::move(bars);
    setCurrent(-1);
    refresh();
}

void BarPlot::setMarks(std::vector<BarMark> marks) {
    marks_ = std::move(marks);
    refresh();
}

void BarPlot::setCurrent(int bar) {
    bar = bar >= 0 && bar < count() ? bar : -1;
    if (bar == current_) return;
    current_ = bar;
    refresh();
    Q_EMIT currentChanged(bar);
}

QString BarPlot::reading() const {
    if (current_ < 0) return {};
    const auto bar = std::size_t(current_);
    const double all = std::accumulate(bars_.counts.begin(), bars_.counts.end(), 0.0);
    const auto name = isHistogram() ? tr("%1 to %2").arg(bars_.unit.write(bars_.edges[bar]), bars_.unit.writeWhole(bars_.edges[bar + 1]))
                                    : bars_.names.value(current_);
    return tr("%1: %2 %3, %4")
        .arg(name, controls::formatDecimal(bars_.counts[bar], 0), bars_.counted,
             controls::formatPercent(all > 0 ? bars_.counts[bar] / all : 0, 1));
}

QString BarPlot::summary() const {
    if (count() == 0) return {};
    const double all = std::accumulate(bars_.counts.begin(), bars_.counts.end(), 0.0);
    const auto tallest = int(std::ranges::max_element(bars_.counts) - bars_.counts.begin());
    const auto name = isHistogram()
                          ? tr("%1 to %2").arg(bars_.unit.write(rangeOf(tallest).low), bars_.unit.writeWhole(rangeOf(tallest).high))
                          : bars_.names.value(tallest);
    return tr("%1 %2 in %3 bars; most in %4.").arg(controls::formatDecimal(all, 0), bars_.counted, controls::formatCount(count()), name);
}

void BarPlot::prepare() {
    const int width = viewport().width() - kMargins.left() - kMargins.right();
    const int height = viewport().height() - kMargins.top() - bottomMargin();
    const double tallest = count() > 0 ? *std::ranges::max_element(bars_.counts) : 0;
    // The words of a mark stand above the bars.
    const double room = marks_.empty() ? kRoom : double(theme::lineHeight(theme::TextStyle::caption)) / height + kRoom / 2;
    const Range y{0, tallest > 0 ? tallest * (1 + room) : 1};
    setRanges(whole(), y, Scale::linear);
    auto x = isHistogram() ? valueTicksOver(whole(), width, kTickApart, bars_.unit) : nameTicks(width);
    setFrame({std::move(x), valueTicks(y, height, {.kind = Unit::Kind::count}, Scale::linear), false}, kMargins);
}

Range BarPlot::whole() const {
    if (isHistogram()) return {bars_.edges.front(), bars_.edges.back()};
    return {0, std::max(1.0, double(count()))};
}

Range BarPlot::rangeOf(int bar) const {
    if (isHistogram()) return {bars_.edges[std::size_t(bar)], bars_.edges[std::size_t(bar) + 1]};
    return {bar + kNameGap / 2, bar + 1 - kNameGap / 2};
}

/// The names that have room below their bars.
std::vector<Tick> BarPlot::nameTicks(int width) const {
    std::vector<Tick> ticks;
    const double step = count() > 0 ? double(width) / count() : width;
    const int stride = std::max(1, int(std::ceil(kLeastName / step)));
    for (int bar = 0; bar < count(); bar += stride)
        ticks.push_back(
            {bar + 0.5, QFontMetricsF(captionFont()).elidedText(bars_.names.value(bar), Qt::ElideRight, step * stride - theme::space(1))});
    return ticks;
}

QRectF BarPlot::rectOf(int bar) const {
    const auto [low, high] = rangeOf(bar);
    const auto base = axes().at(low, 0), top = axes().at(high, bars_.counts[std::size_t(bar)]);
    const qreal gap = top.x() - base.x() > 3 * kBarGap ? kBarGap : 0;
    // What occurs at all is seen.
    const qreal height = bars_.counts[std::size_t(bar)] > 0 ? std::max(1.0, base.y() - top.y()) : 0;
    return {base.x(), base.y() - height, top.x() - base.x() - gap, height};
}

void BarPlot::drawBars(QPainter& painter) const {
    const auto ink = seriesColor(0);
    for (int bar = 0; bar < count(); ++bar)
        if (const auto rect = rectOf(bar); rect.height() > 0) {
            theme::fillRect(painter, rect, theme::color(Role::chartBg));
            theme::fillRect(painter, rect, bar == current_ ? ink : withOpacity(ink, kOpacity));
        }
    if (current_ < 0) return;
    const QRectF plot = axes().rect(), bar = rectOf(current_);
    theme::fillRect(painter, {bar.left(), plot.bottom() - 1, bar.width(), 2}, theme::color(Role::accentText));
}

void BarPlot::drawMarks(QPainter& painter) const {
    const QRectF plot = axes().rect();
    for (const auto& mark : marks_) {
        if (!whole().holds(mark.at)) continue;
        const qreal x = axes().at(mark.at, 0).x();
        QPen pen(theme::color(Role::warning), theme::px(theme::Stroke::chart), Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern(kMarkDash);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const qreal gap = theme::space(1) / 2.0, wide = theme::textWidth(captionFont(), mark.label) + 2 * gap;
        const bool right = x + gap + wide < plot.right();
        drawNote(painter, {right ? x + gap : x - gap - wide, plot.top(), wide, qreal(theme::lineHeight(theme::TextStyle::caption))},
                 mark.label, Role::textSecondary);
    }
}

int BarPlot::barAt(double pixel) const {
    const double x = axes().x->pixelToCoord(pixel);
    if (!whole().holds(x)) return -1;
    if (!isHistogram()) return std::min(int(x), count() - 1);
    const auto above = std::ranges::upper_bound(bars_.edges, x);
    return std::min(int(above - bars_.edges.begin()) - 1, count() - 1);
}

void BarPlot::mouseMoveEvent(QMouseEvent* event) {
    setCurrent(axes().rect().contains(event->position()) ? barAt(event->position().x()) : -1);
}

void BarPlot::mousePressEvent(QMouseEvent* event) { event->accept(); }

void BarPlot::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && current_ >= 0) Q_EMIT opened(current_);
}

void BarPlot::mouseDoubleClickEvent(QMouseEvent* event) { event->accept(); }

void BarPlot::leaveEvent(QEvent*) { setCurrent(-1); }

void BarPlot::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left: return setCurrent(current_ < 0 ? count() - 1 : std::max(0, current_ - 1));
        case Qt::Key_Right: return setCurrent(std::min(count() - 1, current_ + 1));
        case Qt::Key_Home: return setCurrent(0);
        case Qt::Key_End: return setCurrent(count() - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (current_ >= 0) return Q_EMIT opened(current_);
            break;
        case Qt::Key_Escape:
            if (current_ >= 0) return setCurrent(-1);
            break;
        default: break;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace anneal::charts
