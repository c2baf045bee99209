#pragma once
// Bounds beyond which a number is an outlier, by two rules and by both.

#include <cstdint>
#include <vector>

namespace anneal::data {

struct Spread {
    double mean = 0;
    double deviation = 0;  ///< standard deviation, n − 1
    double lower = 0;      ///< first quartile
    double median = 0;
    double upper = 0;  ///< third quartile
};

/// Quartiles by linear interpolation (R's type 7, NumPy's default). `values` is reordered; it must not be empty.
Spread spreadOf(std::vector<double>& values);
/// The share `q` (0 to 1) of sorted values lies below it, by linear interpolation.
double quantile(const std::vector<double>& sorted, double q);

struct OutlierRule {
    double sigmas = 3;    ///< further than this many deviations from the mean
    double fences = 1.5;  ///< further than this many interquartile ranges from the quartiles (Tukey)
};

bool outlierBySigma(const Spread& spread, const OutlierRule& rule, double value);
bool outlierByFence(const Spread& spread, const OutlierRule& rule, double value);

}  // namespace anneal::data
