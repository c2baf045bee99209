#include "charts/data/track.h"

namespace anneal::charts {
namespace {

constexpr std::size_t kFan = 8;

}  // namespace

void Track::append(double value) {
    if (std::isfinite(value) && value <= 0) notPositive_.append(values_.size());
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
    notPositive_.cut(firstNotPositive(size));
    std::size_t complete = values_.size();
    for (auto& level : levels_) level.cut(complete /= kFan);
}

/// The nodes [first, last) of a level, of which 0 is the values themselves. They must lie within one node of the next level, and
/// are then side by side in memory.
void Track::gather(std::size_t level, std::size_t first, std::size_t last, Extremes& found) const {
    if (first >= last) return;
    const std::size_t count = last - first;
    if (level == 0) {
        const double* values = &values_[first];
        for (std::size_t i = 0; i < count; ++i) found.add(values[i]);
    } else {
        const Extremes* nodes = &levels_[level - 1][first];
        for (std::size_t i = 0; i < count; ++i) found.add(nodes[i]);
    }
}

Extremes Track::extremes(std::size_t first, std::size_t last) const {
    Extremes found;
    for (std::size_t level = 0; first < last; ++level) {
        // What does not fill a node of the next level, at either end.
        const std::size_t from = std::min(last, (first + kFan - 1) / kFan * kFan), to = std::max(from, last / kFan * kFan);
        gather(level, first, from, found);
        gather(level, to, last, found);
        first = from / kFan;
        last = from < to ? to / kFan : first;
    }
    return found;
}

Extremes Track::positiveExtremes(std::size_t first, std::size_t last) const {
    const auto whole = extremes(first, last);
    if (whole.empty() || whole.low > 0) return whole;
    Extremes found;
    for (std::size_t i = firstNotPositive(first); i < notPositive_.size() && notPositive_[i] < last; ++i) {
        found.add(extremes(first, notPositive_[i]));
        first = notPositive_[i] + 1;
    }
    found.add(extremes(first, last));
    return found;
}

std::size_t Track::countNotPositive(std::size_t first, std::size_t last) const { return firstNotPositive(last) - firstNotPositive(first); }

/// The place in the list of the first at or beyond value `i`.
std::size_t Track::firstNotPositive(std::size_t i) const {
    return notPositive_.lowerBound(double(i), 0, notPositive_.size(), notPositive_.size() / 2);
}

}  // namespace anneal::charts
