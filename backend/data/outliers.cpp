#include "data/outliers.h"

#include <algorithm>

namespace anneal::data {

OrderedJson toJson(const Spread& spread) {
    return {{"mean", spread.mean},     {"deviation", spread.deviation}, {"lower", spread.lower},
            {"median", spread.median}, {"upper", spread.upper},         {"median_deviation", spread.medianDeviation}};
}

Spread spreadFromJson(const OrderedJson& document) {
    return {document.at("mean"),   document.at("deviation"), document.at("lower"),
            document.at("median"), document.at("upper"),     document.at("median_deviation")};
}

Bounds boundsOf(const Spread& spread, const OutlierRule& rule) {
    const double away = rule.sigmas * spread.deviation;
    const double reach = rule.fences * (spread.upper - spread.lower);
    const Bounds sigma = {spread.mean - away, spread.mean + away};
    const Bounds fences = {spread.lower - reach, spread.upper + reach};
    switch (rule.method) {
        case OutlierRule::Method::sigma: return sigma;
        case OutlierRule::Method::iqr: return fences;
        case OutlierRule::Method::robust: {
            // The median deviation of a normal distribution is 0.6745 of its standard deviation.
            const double far = rule.score * spread.medianDeviation / 0.6745;
            return {spread.median - far, spread.median + far};
        }
        case OutlierRule::Method::both: break;
    }
    return {std::min(sigma.lowest, fences.lowest), std::max(sigma.highest, fences.highest)};
}

}  // namespace anneal::data
