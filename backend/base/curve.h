#pragma once
// What every drawing of a curve needs: round ticks and running means.

#include <vector>

namespace anneal::base {

/// Ticks at round values (1, 2, 2.5 or 5 times a power of ten) that cover [low, high] in about `wanted` steps.
std::vector<double> niceTicks(double low, double high, int wanted);

/// Digits after the point that tell two ticks `step` apart; six at most.
int digitsFor(double step);

/// Exponential running mean with bias correction, as TensorBoard smooths: the first mean is the first value.
class RunningMean {
public:
    /// `weight` of the past, 0 … below 1.
    explicit RunningMean(double weight) : weight_(weight) {}

    /// The mean with `value` in it. A value that is not finite is given back and left out.
    double push(double value);

private:
    double weight_;
    double sum_ = 0;
    double unseen_ = 1;  ///< the weight that no value has yet
};

std::vector<double> smoothed(const std::vector<double>& values, double weight);

}  // namespace anneal::base
