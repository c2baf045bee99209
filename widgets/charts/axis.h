#pragma once
// Axes: what lies along x, how values are spread, and stretches of either.

#include <cstdint>

namespace anneal::charts {

enum class XAxis { step, time, tokens };
enum class Scale { linear, log };

/// Where a value was measured.
struct Place {
    std::int64_t step = 0;
    double seconds = 0;  ///< since the run began
    std::int64_t tokens = 0;

    double along(XAxis axis) const { return axis == XAxis::step ? double(step) : axis == XAxis::time ? seconds : double(tokens); }
};

struct Range {
    double low = 0;
    double high = 0;

    double size() const { return high - low; }
    bool holds(double value) const { return value >= low && value <= high; }
    bool operator==(const Range&) const = default;
};

}  // namespace anneal::charts
