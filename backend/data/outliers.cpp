#include "data/outliers.h"

#include <algorithm>
#include <cmath>

namespace anneal::data {

double quantile(const std::vector<double>& sorted, double q) {
    const double at = q * double(sorted.size() - 1);
    const auto below = std::size_t(at);
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (at - double(below)) * (sorted[below + 1] - sorted[below]);
}

Spread spreadOf(std::vector<double>& values) {
    Spread spread;
    std::sort(values.begin(), values.end());
    double squares = 0;
    std::size_t count = 0;
    for (const double value : values) {  // Welford
        const double before = value - spread.mean;
        spread.mean += before / double(++count);
        squares += before * (value - spread.mean);
    }
    spread.deviation = count > 1 ? std::sqrt(squares / double(count - 1)) : 0;
    spread.lower = quantile(values, 0.25);
    spread.median = quantile(values, 0.5);
    spread.upper = quantile(values, 0.75);
    return spread;
}

bool outlierBySigma(const Spread& spread, const OutlierRule& rule, double value) {
    return std::abs(value - spread.mean) > rule.sigmas * spread.deviation;
}

bool outlierByFence(const Spread& spread, const OutlierRule& rule, double value) {
    const double reach = rule.fences * (spread.upper - spread.lower);
    return value < spread.lower - reach || value > spread.upper + reach;
}

}  // namespace anneal::data
