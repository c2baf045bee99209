#pragma once
// The running mean of a series, which follows it as it grows.

#include "base/curve.h"
#include "charts/data/series.h"

namespace anneal::charts {

class SmoothedTrack {
public:
    /// `weight` of the past, 0 … below 1. Another weight begins anew.
    void setWeight(double weight);
    /// The means of all points that `series` has now. Costs the points that came since the last call; ask with one series only.
    const Track& of(const Series& series);

private:
    void restart();

    double weight_ = 0;
    base::RunningMean mean_{0};
    Track means_;
    std::size_t rewound_ = 0;
};

}  // namespace anneal::charts
