#include "charts/data/spans.h"

#include <cmath>

namespace anneal::charts {

bool isDrawn(double value, bool positiveOnly) { return std::isfinite(value) && (!positiveOnly || value > 0); }

Stretch within(const Series& series, XAxis axis, const Range& x) {
    const std::size_t first = series.firstAt(axis, x.low);
    return {first, series.firstAt(axis, std::nextafter(x.high, INFINITY), first, series.size())};
}

std::vector<Span> spansOf(const Series& series, const Track& track, const Window& window) {
    std::vector<Span> spans;
    if (!(window.x.size() > 0)) return spans;
    const auto [begin, end] = within(series, window.axis, window.x);
    const double width = window.x.size() / window.columns;
    spans.reserve(std::min<std::size_t>(std::size_t(window.columns), end - begin));
    for (std::size_t first = begin; first < end;) {
        const int column = std::min(int((series.x(window.axis, first) - window.x.low) / width), window.columns - 1);
        const double edge = column + 1 == window.columns ? INFINITY : window.x.low + (column + 1) * width;
        // Rounding may put the first point just past the edge of its column.
        const std::size_t last = std::max(first + 1, series.firstAt(window.axis, edge, first, end));
        const auto found = track.extremes(first, last);
        const double low = window.positiveOnly ? found.lowestPositive : found.low;
        if (low <= found.high) {
            const bool joined = first > 0 && isDrawn(track[first - 1], window.positiveOnly) && isDrawn(track[first], window.positiveOnly);
            spans.push_back({column, low, found.high, track[first], track[last - 1], joined && !spans.empty()});
        }
        first = last;
    }
    return spans;
}

}  // namespace anneal::charts
