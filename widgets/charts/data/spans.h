#pragma once
// A series as a display can show it: for each column of pixels the exact extremes of the values that fall into it.

#include "charts/data/series.h"

namespace anneal::charts {

struct Window {
    XAxis axis = XAxis::step;
    Range x;
    int columns = 0;            ///< of device pixels over the whole range
    bool positiveOnly = false;  ///< for a log axis: other values are left out like gaps
};

/// What one column of pixels holds.
struct Span {
    int column = 0;  ///< from the left
    double low = 0, high = 0;
    double first = 0, last = 0;
    bool joined = false;  ///< no gap between the last value of the span before and its first
};

/// Whether a line may go through `value`.
bool isDrawn(double value, bool positiveOnly);

/// From the left; columns without values have no span. `track` is the values of `series` or their means.
std::vector<Span> spansOf(const Series& series, const Track& track, const Window& window);

/// The points [first, last) within the range.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;

    std::size_t size() const { return last - first; }
};
Stretch within(const Series& series, XAxis axis, const Range& x);

}  // namespace anneal::charts
