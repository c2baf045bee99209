#include "charts/plot/ribbon.h"

#include <cmath>

#include "charts/plot/ink.h"

namespace anneal::charts {
namespace {

/// Whether a dash is drawn, as one goes along.
class Dashes {
public:
    explicit Dashes(const QList<qreal>& pattern) : pattern_(pattern) {
        for (const qreal length : pattern_) period_ += length;
    }

    bool isOn() const {
        double end = 0;
        for (qsizetype i = 0; i < pattern_.size(); ++i)
            if (at_ < (end += pattern_[i])) return i % 2 == 0;
        return true;
    }
    bool isSolid() const { return period_ == 0; }
    void advance(double by) { at_ = std::fmod(at_ + by, period_); }

private:
    QList<qreal> pattern_;
    double period_ = 0;
    double at_ = 0;
};

}  // namespace

Ribbon::Ribbon(int pixels, int perPixel, int height)
    : perPixel(perPixel),
      top(std::size_t(pixels * perPixel), INFINITY),
      bottom(std::size_t(pixels * perPixel), -INFINITY),
      limit_(float(2 * height + 100)) {}

void Ribbon::stretch(int column, double y) {
    const float at = std::clamp(float(y), -limit_, limit_);
    auto& high = top[std::size_t(column)];
    auto& low = bottom[std::size_t(column)];
    high = std::min(high, at);
    low = std::max(low, at);
}

void Ribbon::add(double x0, double y0, double x1, double y1) {
    const double from = std::max(x0, 0.0), to = std::min(x1, double(size()));
    if (!(to >= from)) return;
    const double slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    for (int column = int(from); column < size() && column <= to; ++column) {
        stretch(column, y0 + slope * (std::max(from, double(column)) - x0));
        stretch(column, y0 + slope * (std::min(to, column + 1.0) - x0));
    }
}

double Ribbon::lengthIn(int column) const {
    const double step = 1.0 / perPixel, rise = bottom[std::size_t(column)] - top[std::size_t(column)];
    return holds(column) ? std::sqrt(step * step + rise * rise) : step;
}

double Ribbon::winding() const {
    double length = 0, width = 0;
    for (int column = 0; column < size(); ++column) {
        if (!holds(column)) continue;
        length += lengthIn(column);
        width += 1.0 / perPixel;
    }
    return width > 0 ? length / width : 1;
}

void Ribbon::cutBefore(int column) {
    for (int i = 0; i < std::min(column, size()); ++i) {
        top[std::size_t(i)] = INFINITY;
        bottom[std::size_t(i)] = -INFINITY;
    }
}

Ribbon ribbonOf(const Series& series, const Track& track, const Window& window, const std::vector<Cut>& cuts, Ribbon ribbon,
                bool positiveOnly, const std::function<double(double)>& y) {
    const auto column = [&](std::size_t i) { return (series.x(window.axis, i) - window.x.low) / window.x.size() * window.columns; };
    // The line goes on to the neighbours outside.
    const auto goOn = [&](std::size_t from, std::size_t to) {
        if (to < series.size() && isDrawn(track[from], positiveOnly) && isDrawn(track[to], positiveOnly))
            ribbon.add(column(from), y(track[from]), column(to), y(track[to]));
    };
    if (cuts.empty()) {
        const std::size_t after = series.firstAt(window.axis, window.x.low);
        if (after > 0) goOn(after - 1, after);
        return ribbon;
    }
    if (cuts.front().first > 0) goOn(cuts.front().first - 1, cuts.front().first);
    goOn(cuts.back().last - 1, cuts.back().last);
    const Span* before = nullptr;
    const auto spans = spansOf(cuts, track, positiveOnly);
    for (const auto& span : spans) {
        const double middle = span.column + 0.5;
        if (before && span.joined) ribbon.add(before->column + 0.5, y(before->last), middle, y(span.first));
        ribbon.add(middle, y(span.high), middle, y(span.high));
        ribbon.add(middle, y(span.low), middle, y(span.low));
        before = &span;
    }
    return ribbon;
}

void strokeRibbon(QImage& image, const Ribbon& ribbon, const Stroke& stroke) {
    const double half = stroke.width / 2;
    const int reach = int(half * ribbon.perPixel);
    std::vector<double> lift;  // of a round pen that many columns from its middle
    for (int i = 0; i <= reach; ++i) {
        const double aside = double(i) / ribbon.perPixel;
        lift.push_back(std::sqrt(half * half - aside * aside));
    }
    Ink ink(image, stroke.color, ribbon.perPixel, stroke.replaces);
    Dashes dashes(stroke.dash);
    for (int column = 0; column < ribbon.size(); ++column) {
        double top = INFINITY, bottom = -INFINITY;
        for (int near = std::max(0, column - reach); near <= std::min(ribbon.size() - 1, column + reach); ++near) {
            if (!ribbon.holds(near)) continue;
            const double more = lift[std::size_t(std::abs(near - column))];
            top = std::min(top, ribbon.top[std::size_t(near)] - more);
            bottom = std::max(bottom, ribbon.bottom[std::size_t(near)] + more);
        }
        if (dashes.isOn()) ink.cover(top, bottom);
        if (!dashes.isSolid()) dashes.advance(ribbon.lengthIn(column));
        if ((column + 1) % ribbon.perPixel == 0) ink.finishColumn(column / ribbon.perPixel);
    }
}

void fillBelow(QImage& image, const Ribbon& ribbon, double base, const QColor& color) {
    Ink ink(image, color, ribbon.perPixel, false);
    for (int column = 0; column < ribbon.size(); ++column) {
        if (ribbon.holds(column)) ink.cover(ribbon.top[std::size_t(column)], base);
        if ((column + 1) % ribbon.perPixel == 0) ink.finishColumn(column / ribbon.perPixel);
    }
}

}  // namespace anneal::charts
