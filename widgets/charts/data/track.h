#pragma once
// Values with a pyramid of their extremes, so that the exact extremes of any stretch are found in logarithmic time.

#include <cmath>
#include <limits>

#include "charts/data/column.h"

namespace anneal::charts {

/// Of the finite values of a stretch.
struct Extremes {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double lowestPositive = std::numeric_limits<double>::infinity();  ///< for a log axis
    std::size_t notPositive = 0;                                      ///< how many a log axis leaves out

    bool empty() const { return low > high; }
    void add(double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
        lowestPositive = std::min(lowestPositive, value > 0 ? value : lowestPositive);
        notPositive += value <= 0;
    }
    void add(const Extremes& other) {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
        lowestPositive = std::min(lowestPositive, other.lowestPositive);
        notPositive += other.notPositive;
    }
    bool operator==(const Extremes&) const = default;
};

/// Threads: as Column.
class Track {
public:
    std::size_t size() const { return values_.size(); }
    double operator[](std::size_t i) const { return values_[i]; }
    const Column<double>& values() const { return values_; }

    /// NaN is a gap.
    void append(double value);
    void cut(std::size_t size);
    /// Of the values [first, last).
    Extremes extremes(std::size_t first, std::size_t last) const;

private:
    void lift(std::size_t level);
    void gather(std::size_t level, std::size_t first, std::size_t last, Extremes& found) const;

    Column<double> values_;
    std::vector<Column<Extremes>> levels_;  ///< a node of level n stands for kFan^(n + 1) values, and is there once they are
};

}  // namespace anneal::charts
