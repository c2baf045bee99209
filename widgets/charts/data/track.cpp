#include "charts/data/track.h"

#include <cmath>

namespace anneal::charts {
namespace {

constexpr std::size_t kFan = 16;

}  // namespace

void Extremes::add(double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
    if (value > 0)
        lowestPositive = std::min(lowestPositive, value);
    else
        ++notPositive;
}

void Extremes::add(const Extremes& other) {
    low = std::min(low, other.low);
    high = std::max(high, other.high);
    lowestPositive = std::min(lowestPositive, other.lowestPositive);
    notPositive += other.notPositive;
}

void Track::append(double value) {
    values_.append(value);
    if (values_.size() % kFan == 0) lift(0);
}

/// Adds the node of `level` whose children have just become complete.
void Track::lift(std::size_t level) {
    if (level == levels_.size()) levels_.emplace_back();
    Extremes node;
    const std::size_t first = levels_[level].size() * kFan;
    for (std::size_t i = first; i < first + kFan; ++i) level == 0 ? node.add(values_[i]) : node.add(levels_[level - 1][i]);
    levels_[level].append(node);
    if (levels_[level].size() % kFan == 0) lift(level + 1);
}

void Track::cut(std::size_t size) {
    values_.cut(size);
    std::size_t complete = values_.size();
    for (auto& level : levels_) level.cut(complete /= kFan);
}

Extremes Track::extremes(std::size_t first, std::size_t last) const {
    Extremes found;
    while (first < last) {
        std::size_t block = 1, level = 0;
        for (; level < levels_.size() && first % (block * kFan) == 0 && first + block * kFan <= last; ++level) block *= kFan;
        level == 0 ? found.add(values_[first]) : found.add(levels_[level - 1][first / block]);
        first += block;
    }
    return found;
}

}  // namespace anneal::charts
