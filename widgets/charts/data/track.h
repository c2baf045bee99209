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

    bool empty() const { return low > high; }
    void add(double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void add(const Extremes& other) {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
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
    /// Of those above nought, which are all that a log axis can show. Costs more where others lie among them.
    Extremes positiveExtremes(std::size_t first, std::size_t last) const;
    /// How many of the values [first, last) are at or below nought.
    std::size_t countNotPositive(std::size_t first, std::size_t last) const;

private:
    void lift(std::size_t level);
    std::size_t firstNotPositive(std::size_t i) const;
    void gather(std::size_t level, std::size_t first, std::size_t last, Extremes& found) const;

    Column<double> values_;
    Column<std::size_t> notPositive_;       ///< where the values at or below nought are
    std::vector<Column<Extremes>> levels_;  ///< a node of level n stands for kFan^(n + 1) values, and is there once they are
};

}  // namespace anneal::charts
