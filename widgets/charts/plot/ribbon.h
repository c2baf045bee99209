#pragma once
// A line as the stretch of each column of pixels that it passes, and its drawing. QPainter strokes a line of a few thousand
// points that jumps from pixel to pixel in seconds, for its outline crosses itself everywhere; a ribbon takes the time of the
// pixels it covers.

#include <functional>

#include <QImage>

#include "charts/data/spans.h"

namespace anneal::charts {

struct Ribbon {
    /// Columns to a pixel: 4 smooth the steep parts of a line, 1 serves where many points share a pixel.
    int perPixel = 1;
    /// Of the line's middle in each column, in pixels from the image's top; where there is no line, top lies below bottom.
    std::vector<float> top, bottom;

    Ribbon(int pixels, int perPixel, int height);
    int size() const { return int(top.size()); }
    bool holds(int column) const { return top[std::size_t(column)] <= bottom[std::size_t(column)]; }
    /// Of the line in one column, in pixels.
    double lengthIn(int column) const;
    /// How many times longer the line is than it is wide.
    double winding() const;
    /// A straight piece; x in columns, y in pixels. What lies outside is left away.
    void add(double x0, double y0, double x1, double y1);
    /// Takes the line away left of `column`.
    void cutBefore(int column);

private:
    void stretch(int column, double y);

    float limit_;
};

/// The ribbon of `track` over `window`, whose columns are the ribbon's and whose cuts are `cuts`; `y` gives the pixel of a value.
Ribbon ribbonOf(const Series& series, const Track& track, const Window& window, const std::vector<Cut>& cuts, Ribbon ribbon,
                bool positiveOnly, const std::function<double(double)>& y);

struct Stroke {
    QColor color;
    qreal width = 1;        ///< in pixels of the image
    bool replaces = false;  ///< what lies below, rather than being laid over it: lines of one shade then do not add up
    QList<qreal> dash{};    ///< lengths drawn and left out, in pixels along the line; empty: solid
};

/// Antialiased, with round joins. `image` is ARGB32_Premultiplied and as wide as the ribbon's pixels.
void strokeRibbon(QImage& image, const Ribbon& ribbon, const Stroke& stroke);
/// From the line down to `base`.
void fillBelow(QImage& image, const Ribbon& ribbon, double base, const QColor& color);

}  // namespace anneal::charts
