#pragma once
// Which samples share a bin of a fixed token budget. Positions restart at each sample and none sees another: the bin
// lists its samples, and that is all a reader needs to know where sequences begin.

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"

namespace anneal::text {

enum class PackingOrder {
    inOrder,             ///< a bin takes the next samples until one does not fit: keeps the file's order
    firstFitDecreasing,  ///< longest first, each into the first bin with room: fewest bins
};

struct PackingPlan {
    std::vector<std::vector<std::uint32_t>> bins;  ///< sample numbers, ascending inside a bin
    std::int64_t budget = 0;                       ///< tokens
    std::int64_t tokens = 0;                       ///< of all samples

    /// Tokens by room for tokens: 1 is a perfect packing.
    double fill() const { return bins.empty() ? 0 : double(tokens) / (double(budget) * double(bins.size())); }
};

/// The same lengths give the same plan, on any machine. Errors: "sample_too_long" names the first sample over the
/// budget; "packing_budget" for a budget below 1.
Result<PackingPlan> planPacking(std::span<const std::int64_t> lengths, std::int64_t budget,
                                PackingOrder order = PackingOrder::firstFitDecreasing);

}  // namespace anneal::text
