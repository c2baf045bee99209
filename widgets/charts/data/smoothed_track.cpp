#include "charts/data/smoothed_track.h"

namespace anneal::charts {

void SmoothedTrack::setWeight(double weight) {
    if (weight == weight_) return;
    weight_ = weight;
    restart();
}

const Track& SmoothedTrack::of(const Series& series) {
    if (rewound_ != series.rewound()) {
        rewound_ = series.rewound();
        restart();
    }
    for (std::size_t i = means_.size(); i < series.size(); ++i) means_.append(mean_.push(series.value(i)));
    return means_;
}

void SmoothedTrack::restart() {
    mean_ = base::RunningMean(weight_);
    means_ = Track();
}

}  // namespace anneal::charts
