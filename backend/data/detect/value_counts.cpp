#include "data/detect/value_counts.h"

#include <algorithm>

namespace anneal::data {

void ValueCounts::add(std::string_view value, std::int64_t times) {
    total_ += times;
    counts_[std::string(value)] += times;
    if (counts_.size() > most_) prune();
}

void ValueCounts::add(const ValueCounts& other) {
    total_ += other.total_;
    missing_ += other.missing_;
    for (const auto& [value, count] : other.counts_) counts_[value] += count;
    while (counts_.size() > most_) prune();
}

void ValueCounts::prune() {
    std::vector<std::int64_t> counts;
    for (const auto& [value, count] : counts_) counts.push_back(count);
    const auto middle = counts.begin() + std::ptrdiff_t(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    const auto less = *middle;
    missing_ += less;
    for (auto one = counts_.begin(); one != counts_.end();) {
        one->second -= less;
        one = one->second <= 0 ? counts_.erase(one) : std::next(one);
    }
}

std::int64_t ValueCounts::countOf(const std::string& value) const {
    const auto found = counts_.find(value);
    return found == counts_.end() ? 0 : found->second;
}

std::vector<ValueCount> ValueCounts::top(std::size_t count) const {
    std::vector<ValueCount> values;
    for (const auto& [value, times] : counts_) values.push_back({value, times});
    const auto before = [](const ValueCount& a, const ValueCount& b) { return a.count != b.count ? a.count > b.count : a.value < b.value; };
    count = std::min(count, values.size());
    std::partial_sort(values.begin(), values.begin() + std::ptrdiff_t(count), values.end(), before);
    values.resize(count);
    return values;
}

}  // namespace anneal::data
