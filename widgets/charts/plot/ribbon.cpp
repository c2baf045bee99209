#include "charts/plot/ribbon.h"

#include <cmath>

namespace anneal::charts {
namespace {

/// Full cover of a pixel, as parts of it are counted.
constexpr int kFull = 256;

/// How much of each pixel of one column is covered.
class Cover {
public:
    explicit Cover(int height) : cover_(std::size_t(height) + 1) {}

    /// `weight` of a whole pixel for what lies between `top` and `bottom`.
    void add(double top, double bottom, int weight) {
        top = std::clamp(top, 0.0, double(height()));
        bottom = std::clamp(bottom, 0.0, double(height()));
        if (!(bottom > top)) return;
        const int from = int(top), to = int(bottom);
        first_ = std::min(first_, from);
        last_ = std::max(last_, std::min(to, height() - 1));
        if (from == to) return void(cover_[std::size_t(from)] += std::uint16_t((bottom - top) * weight));
        cover_[std::size_t(from)] += std::uint16_t((from + 1 - top) * weight);
        for (int row = from + 1; row < to; ++row) cover_[std::size_t(row)] += std::uint16_t(weight);
        cover_[std::size_t(to)] += std::uint16_t((bottom - to) * weight);
    }

    /// Lays `color` over the column, and is empty again.
    void flush(QImage& image, int column, QRgb color) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(0)) + column;
        const auto stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
        for (int row = first_; row <= last_; ++row) {
            auto& at = pixel[row * stride];
            at = blend(at, color, std::min<int>(std::exchange(cover_[std::size_t(row)], 0), kFull));
        }
        first_ = height();
        last_ = -1;
        cover_.back() = 0;
    }

private:
    int height() const { return int(cover_.size()) - 1; }

    /// `share` of kFull of a premultiplied colour over another; red with blue and alpha with green at a time.
    static QRgb blend(QRgb below, QRgb color, int share) {
        constexpr QRgb kPair = 0x00FF00FF;
        const QRgb redBlue = ((color & kPair) * QRgb(share) >> 8) & kPair;
        const QRgb alphaGreen = ((color >> 8 & kPair) * QRgb(share)) & ~kPair;
        const QRgb left = QRgb(kFull) - ((alphaGreen >> 24) + (alphaGreen >> 31));
        return redBlue + alphaGreen + (((below & kPair) * left >> 8) & kPair) + (((below >> 8 & kPair) * left) & ~kPair);
    }

    std::vector<std::uint16_t> cover_;  ///< one more than there are rows: a stretch may end at the last one's end
    int first_ = int(cover_.size()) - 1, last_ = -1;
};

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
    void advance(double by) {
        if (period_ > 0) at_ = std::fmod(at_ + by, period_);
    }

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
    return holds(column) ? std::hypot(1.0 / perPixel, bottom[std::size_t(column)] - top[std::size_t(column)]) : 1.0 / perPixel;
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

Ribbon ribbonOf(const Series& series, const Track& track, const Window& window, int perPixel, int height,
                const std::function<double(double)>& y) {
    Ribbon ribbon(window.columns / perPixel, perPixel, height);
    const auto column = [&](std::size_t i) { return (series.x(window.axis, i) - window.x.low) / window.x.size() * window.columns; };
    const auto drawn = [&](std::size_t i) { return isDrawn(track[i], window.positiveOnly); };
    const auto piece = [&](std::size_t from, std::size_t to) {
        if (drawn(from) && drawn(to)) ribbon.add(column(from), y(track[from]), column(to), y(track[to]));
    };
    const auto [first, last] = within(series, window.axis, window.x);
    const Span* before = nullptr;
    const auto spans = spansOf(series, track, window);
    for (const auto& span : spans) {
        const double middle = span.column + 0.5;
        if (before && span.joined) ribbon.add(before->column + 0.5, y(before->last), middle, y(span.first));
        ribbon.add(middle, y(span.high), middle, y(span.high));
        ribbon.add(middle, y(span.low), middle, y(span.low));
        before = &span;
    }
    // The line goes on to the neighbours outside.
    if (first > 0 && first < series.size()) piece(first - 1, first);
    if (last > first && last < series.size()) piece(last - 1, last);
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
    const QRgb color = qPremultiply(stroke.color.rgba());
    const int weight = kFull / ribbon.perPixel;
    Cover cover(image.height());
    Dashes dashes(stroke.dash);
    for (int column = 0; column < ribbon.size(); ++column) {
        double top = INFINITY, bottom = -INFINITY;
        for (int near = std::max(0, column - reach); near <= std::min(ribbon.size() - 1, column + reach); ++near) {
            if (!ribbon.holds(near)) continue;
            const double more = lift[std::size_t(std::abs(near - column))];
            top = std::min(top, ribbon.top[std::size_t(near)] - more);
            bottom = std::max(bottom, ribbon.bottom[std::size_t(near)] + more);
        }
        if (dashes.isOn()) cover.add(top, bottom, weight);
        dashes.advance(ribbon.lengthIn(column));
        if ((column + 1) % ribbon.perPixel == 0) cover.flush(image, column / ribbon.perPixel, color);
    }
}

void fillBelow(QImage& image, const Ribbon& ribbon, double base, const QColor& color) {
    Cover cover(image.height());
    for (int column = 0; column < ribbon.size(); ++column) {
        if (ribbon.holds(column)) cover.add(ribbon.top[std::size_t(column)], base, kFull / ribbon.perPixel);
        if ((column + 1) % ribbon.perPixel == 0) cover.flush(image, column / ribbon.perPixel, qPremultiply(color.rgba()));
    }
}

}  // namespace anneal::charts
