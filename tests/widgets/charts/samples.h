#pragma once
// Curves as a run makes them, the same on every machine.

#include <cmath>
#include <memory>

#include "charts/chart.h"

namespace anneal::test {

using charts::Place;
using charts::Series;

constexpr double kBegan = 1'700'000'000;
constexpr std::int64_t kLastStep = 1560;

inline Place placeOf(std::int64_t step) { return {step, double(step) * 3.31, step * 40'240}; }

/// Noise about nought, between −1 and 1.
inline double noise(std::int64_t i) {
    std::uint64_t bits = std::uint64_t(i) * 0x9E3779B97F4A7C15u;
    bits ^= bits >> 29;
    bits *= 0xBF58476D1CE4E5B9u;
    bits ^= bits >> 32;
    return double(bits >> 11) / double(1ull << 52) - 1;
}

inline double lossAt(double step) { return 0.78 + 0.55 * std::exp(-step / 180) + 0.42 * std::exp(-step / 28); }

inline std::shared_ptr<Series> trainLoss(std::int64_t to, std::int64_t every = 2) {
    auto series = std::make_shared<Series>(QStringLiteral("Train"), kBegan);
    for (std::int64_t step = 0; step <= to; step += every)
        series->append(placeOf(step), lossAt(double(step)) + 0.09 * noise(step) * noise(step + 7));
    return series;
}

inline std::shared_ptr<Series> evalLoss(std::int64_t to, double above = 0.045, const QString& name = QStringLiteral("Eval"),
                                        double began = kBegan) {
    auto series = std::make_shared<Series>(name, began);
    for (std::int64_t step = 0; step <= to; step += 130)
        series->append(placeOf(step), lossAt(double(step)) + above + 0.4 * std::exp(-double(step) / 60) * above);
    return series;
}

}  // namespace anneal::test
