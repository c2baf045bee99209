#include "train/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace anneal::train {

namespace {

double share(std::int64_t part, std::int64_t whole) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::int64_t>(1, whole));
}

double halfCosine(double progress) { return std::max(0.0, 0.5 * (1.0 + std::cos(std::numbers::pi * std::min(1.0, progress)))); }

}  // namespace

Schedule::Schedule(runs::LrScheduler type, std::int64_t totalSteps, std::int64_t warmupSteps)
    // Plain "constant" has no warm-up in Hugging Face either.
    : type_(type),
      total_(totalSteps),
      warmup_(type == runs::LrScheduler::constant ? 0 : warmupSteps),
      decayStart_(warmup_ + std::max<std::int64_t>(0, total_ - warmup_) / 3) {}

double Schedule::factor(std::int64_t step) const {
    if (step < warmup_) return share(step, warmup_);
    switch (type_) {
        case runs::LrScheduler::linear: return std::max(0.0, share(total_ - step, total_ - warmup_));
        case runs::LrScheduler::cosine: return halfCosine(share(step - warmup_, total_ - warmup_));
        case runs::LrScheduler::warmupStableDecay:
            return step < decayStart_ ? 1.0 : halfCosine(share(step - decayStart_, total_ - decayStart_));
        case runs::LrScheduler::constant:
        case runs::LrScheduler::constantWithWarmup: break;
    }
    return 1.0;
}

}  // namespace anneal::train
