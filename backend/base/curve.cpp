#include "base/curve.h"

#include <algorithm>
#include <cmath>

namespace anneal::base {

std::vector<double> niceTicks(double low, double high, int wanted) {
    if (!(high > low)) {
        const double around = std::max(std::abs(low) * 0.05, 1e-3);
        return niceTicks(low - around, low + around, wanted);
    }
    const double rough = (high - low) / wanted;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (factor * power >= rough) {
            step = factor * power;
            break;
        }
    std::vector<double> ticks;
    const auto last = std::ceil(high / step - 1e-9);
    for (auto i = std::floor(low / step + 1e-9); i <= last; ++i) ticks.push_back(i * step);
    return ticks;
}

int digitsFor(double step) {
    int digits = 0;
    for (double scaled = step; digits < 6 && std::abs(scaled - std::round(scaled)) > 1e-6 * std::abs(scaled); scaled *= 10) ++digits;
    return digits;
}

double RunningMean::push(double value) {
    if (!std::isfinite(value)) return value;
    sum_ = weight_ * sum_ + (1 - weight_) * value;
    unseen_ *= weight_;
    return sum_ / (1 - unseen_);
}

std::vector<double> smoothed(const std::vector<double>& values, double weight) {
    std::vector<double> means;
    means.reserve(values.size());
    RunningMean mean(weight);
    for (const double value : values) means.push_back(mean.push(value));
    return means;
}

}  // namespace anneal::base
