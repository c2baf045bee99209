#include <algorithm>
#include <cmath>

#include "data/features/primitives/families.h"

namespace anneal::data::features {
namespace {

/// A sum that loses nothing to rounding on the way (Kahan), as pandas has it.
class Sum {
public:
    void add(double value) {
        const double corrected = value - lost_;
        const double next = total_ + corrected;
        lost_ = std::isfinite(next) ? (next - total_) - corrected : 0;
        total_ = next;
    }
    double value() const { return total_; }

private:
    double total_ = 0, lost_ = 0;
};

struct Moments {
    double count = 0, mean = kNone, second = 0, third = 0, fourth = 0;  ///< sums of powers of what is off the mean
};

Moments momentsOf(std::span<const double> values) {
    Moments moments;
    Sum sum;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        sum.add(value);
        ++moments.count;
    }
    if (moments.count == 0) return moments;
    moments.mean = sum.value() / moments.count;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        const double off = value - moments.mean, square = off * off;
        moments.second += square;
        moments.third += square * off;
        moments.fourth += square * square;
    }
    return moments;
}

void sum(const Group& group, std::span<double> out) {
    Sum sum;
    for (const double value : group.values)
        if (!std::isnan(value)) sum.add(value);
    out[0] = sum.value();
}

void mean(const Group& group, std::span<double> out) {
    Sum sum;
    double count = 0;
    for (const double value : group.values) {
        if (std::isnan(value)) continue;
        sum.add(value);
        ++count;
    }
    out[0] = count > 0 ? sum.value() / count : kNone;
}

void highest(const Group& group, std::span<double> out) {
    out[0] = kNone;
    for (const double value : group.values)
        if (!(value <= out[0]) && !std::isnan(value)) out[0] = value;
}

void lowest(const Group& group, std::span<double> out) {
    out[0] = kNone;
    for (const double value : group.values)
        if (!(value >= out[0]) && !std::isnan(value)) out[0] = value;
}

/// Of a sample, by Welford's recurrence.
double sampleVariance(std::span<const double> values) {
    double count = 0, mean = 0, squares = 0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        ++count;
        const double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }
    return count > 1 ? squares / (count - 1) : kNone;
}

void variance(const Group& group, std::span<double> out) { out[0] = sampleVariance(group.values); }

void deviation(const Group& group, std::span<double> out) { out[0] = std::sqrt(sampleVariance(group.values)); }

void median(const Group& group, std::span<double> out) {
    thread_local std::vector<double> sorted;
    sorted.clear();
    for (const double value : group.values)
        if (!std::isnan(value)) sorted.push_back(value);
    out[0] = kNone;
    if (sorted.empty()) return;
    const auto middle = sorted.begin() + std::ptrdiff_t(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    out[0] = sorted.size() % 2 == 1 ? *middle : (*std::max_element(sorted.begin(), middle) + *middle) / 2;
}

/// Fisher and Pearson's, corrected for the sample's size; sums below 1e-14 count as rounding errors, as in pandas.
void skew(const Group& group, std::span<double> out) {
    auto moments = momentsOf(group.values);
    const double n = moments.count;
    out[0] = kNone;
    if (n < 3) return;
    for (auto* sum : {&moments.second, &moments.third})
        if (std::abs(*sum) < 1e-14) *sum = 0;
    out[0] = moments.second == 0 ? 0 : n * std::sqrt(n - 1) / (n - 2) * (moments.third / std::pow(moments.second, 1.5));
}

/// In excess of the normal distribution's, of the population; without a value where one is missing or all are alike, as in SciPy.
void kurtosis(const Group& group, std::span<double> out) {
    const auto moments = momentsOf(group.values);
    out[0] = kNone;
    if (moments.count == 0 || std::size_t(moments.count) != group.values.size()) return;
    const double variance = moments.second / moments.count;
    const double rounding = std::numeric_limits<double>::epsilon() * moments.mean;
    if (variance <= rounding * rounding) return;
    out[0] = moments.fourth / moments.count / (variance * variance) - 3;
}

}  // namespace

std::vector<Primitive> amountPrimitives() {
    return {
        {"kurtosis",
         "How far values stray in rare cases, next to a normal distribution",
         "kurtosis of {}",
         {{{Meaning::integer, kNumeric}}, {kReal}},
         kReal,
         kurtosis,
         nullptr,
         Integers::never,
         0,
         false},
        {"max", "The largest value", "largest {}", {{kNumber}}, kNumber, highest, nullptr, Integers::likeInput, kNone, false},
        {"mean", "The average value", "mean {}", {{kNumber}}, kNumber, mean},
        {"median", "The value in the middle", "median {}", {{kNumber}}, kNumber, median},
        {"min", "The smallest value", "smallest {}", {{kNumber}}, kNumber, lowest, nullptr, Integers::likeInput, kNone, false},
        {"skew", "How far values lean to one side", "skew of {}", {{kNumber}}, kNumber, skew, nullptr, Integers::never, kNone, false},
        {"std", "How far values spread", "spread of {}", {{kNumber}}, kNumber, deviation, nullptr, Integers::never, kNone, false},
        {"sum", "All values together", "total {}", {{kNumber}}, kNumber, sum, nullptr, Integers::likeInput, 0, false, {"count"}},
        {"variance",
         "The square of how far values spread",
         "variance of {}",
         {{kNumber}},
         kReal,
         variance,
         nullptr,
         Integers::never,
         kNone,
         false},
    };
}

}  // namespace anneal::data::features
