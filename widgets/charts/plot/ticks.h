#pragma once
// Where the ticks of an axis lie and what stands at them: round values, few enough that their words do not touch.

#include <vector>

#include "charts/axis.h"
#include "charts/unit.h"

namespace anneal::charts {

struct Tick {
    double value = 0;
    QString text;

    bool operator==(const Tick&) const = default;
};

/// Of the value axis, `pixels` high. All lie within `range`.
std::vector<Tick> valueTicks(const Range& range, int pixels, const Unit& unit, Scale scale);

/// From nought to all there is, and the parts of it.
std::vector<Tick> shareTicks(double all, int pixels, const Unit& unit);

/// Of an axis of values that lies below a plot.
std::vector<Tick> valueTicksOver(const Range& range, int pixels, int apart, const Unit& unit);

/// Of the x axis, about `apart` pixels from one another at least. Ticks of steps lie on multiples of `interval` where that is
/// fine enough, so that they meet the evaluations; 0: anywhere round.
std::vector<Tick> xTicks(XAxis axis, const Range& range, int pixels, int apart, std::int64_t interval);

}  // namespace anneal::charts
