#pragma once
// Bounds beyond which a number is an outlier: by the mean, by the quartiles, by both, or by the median.

#include <string_view>

#include "base/json.h"

namespace anneal::data {

struct Spread {
    double mean = 0;
    double deviation = 0;  ///< standard deviation, n − 1
    double lower = 0;      ///< first quartile, by linear interpolation (R's type 7, NumPy's default)
    double median = 0;
    double upper = 0;            ///< third quartile
    double medianDeviation = 0;  ///< median of the distances from the median (MAD)
};
OrderedJson toJson(const Spread& spread);
Spread spreadFromJson(const OrderedJson& document);

struct OutlierRule {
    enum class Method {
        both,   ///< beyond the deviations and beyond the fences (double detection)
        sigma,  ///< further than `sigmas` deviations from the mean
        iqr,    ///< further than `fences` interquartile ranges from the quartiles (Tukey 1977)
        robust  ///< modified z-score above `score` (Iglewicz and Hoaglin 1993)
    };
    Method method = Method::both;
    double sigmas = 3;
    double fences = 1.5;
    double score = 3.5;
};

struct Bounds {
    double lowest = 0, highest = 0;
    bool contain(double value) const { return value >= lowest && value <= highest; }
};

/// What is outside is an outlier by the rule's method.
Bounds boundsOf(const Spread& spread, const OutlierRule& rule);

}  // namespace anneal::data
