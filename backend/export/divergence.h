#pragma once
// How far one model's predictions are from another's.

#include <cstddef>
#include <cstdint>
#include <span>

namespace anneal::exporting {

/// Adds up over positions; both sides give logits as [positions, vocab], row-major.
class Divergence {
public:
    void add(std::span<const float> reference, std::span<const float> other, std::size_t vocab);

    std::int64_t positions() const { return positions_; }
    double meanKl() const { return positions_ ? klSum_ / double(positions_) : 0; }  ///< KL(reference ‖ other), nats a position
    double top1Agreement() const { return positions_ ? double(agreed_) / double(positions_) : 1; }
    double maxLogitDifference() const { return maxDifference_; }  ///< infinite if either side is not finite

private:
    std::int64_t positions_ = 0;
    std::int64_t agreed_ = 0;
    double klSum_ = 0;
    double maxDifference_ = 0;
};

}  // namespace anneal::exporting
