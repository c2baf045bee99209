#include "charts/data/spans.h"

#include <cmath>

namespace anneal::charts {

bool isDrawn(double value, bool positiveOnly) { return std::isfinite(value) && (!positiveOnly || value > 0); }

Stretch within(const Series& series, XAxis axis, const Range& x) {
    const std::size_t first = series.firstAt(axis, x.low);
    return {first, std::max(first, series.firstAt(axis, std::nextafter(x.high, INFINITY)))};
}

std::vector<Cut> cutsOf(const Series& series, const Window& window) {
    std::vector<Cut> cuts;
    if (!(window.x.size() > 0)) return cuts;
    const auto [begin, end] = within(series, window.axis, window.x);
    const double width = window.x.size() / window.columns;
    cuts.reserve(std::min<std::size_t>(std::size_t(window.columns), end - begin));
    std::size_t count = 1;  // of the points of the column before, and probably of the next
    for (std::size_t first = begin; first < end;) {
        const int column = std::min(int((series.x(window.axis, first) - window.x.low) / width), window.columns - 1);
        const double edge = column + 1 == window.columns ? INFINITY : window.x.low + (column + 1) * width;
        const std::size_t guess = std::min(first + count, end - 1);
        // Rounding may put the first point just past the edge of its column.
        const std::size_t last = std::max(first + 1, series.firstAt(window.axis, edge, first, end, guess));
        cuts.push_back({column, first, last});
        count = last - first;
        first = last;
    }
    return cuts;
}

std::vector<Span> spansOf(const std::vector<Cut>& cuts, const Track& track, bool positiveOnly) {
    std::vector<Span> spans;
    spans.reserve(cuts.size());
    for (const auto& [column, first, last] : cuts) {
        const auto found = positiveOnly ? track.positiveExtremes(first, last) : track.extremes(first, last);
        if (found.empty()) continue;
        const bool joined = !spans.empty() && isDrawn(track[first - 1], positiveOnly) && isDrawn(track[first], positiveOnly);
        spans.push_back({column, found.low, found.high, track[first], track[last - 1], joined});
    }
    return spans;
}

}  // namespace anneal::charts
