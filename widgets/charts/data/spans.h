#pragma once
// A series as a display can show it: for each column of pixels the exact extremes of the values that fall into it.

#include "charts/data/series.h"

namespace anneal::charts {

struct Window {
    XAxis axis = XAxis::step;
    Range x;
    int columns = 0;  ///< over the whole range
};

/// The points [first, last) that fall into one column.
struct Cut {
    int column = 0;  ///< from the left
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Of every column that has points, from the left.
std::vector<Cut> cutsOf(const Series& series, const Window& window);

/// What one column holds.
struct Span {
    int column = 0;
    double low = 0, high = 0;
    double first = 0, last = 0;
    bool joined = false;  ///< no gap between the last value of the span before and its first
};

/// Whether a line may go through `value`. On a log axis only positive values are drawn; others are left out like gaps.
bool isDrawn(double value, bool positiveOnly);

/// From the left; columns without values that are drawn have none. `track` is the values of the series that was cut, or its means.
std::vector<Span> spansOf(const std::vector<Cut>& cuts, const Track& track, bool positiveOnly);

/// The points [first, last) within the range.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;

    std::size_t size() const { return last - first; }
};
Stretch within(const Series& series, XAxis axis, const Range& x);

}  // namespace anneal::charts
