#include <algorithm>
#include <cmath>

#include "data/features/primitives/families.h"
#include "data/features/stopped.h"

namespace anneal::data::features {
namespace {

struct Tally {
    double value = 0;
    std::int64_t count = 0;
    std::size_t first = 0;  ///< where it came first
};

/// Distinct values in ascending order. The list is the thread's own and holds until the next call.
std::vector<Tally>& tallied(const Group& group) {
    const auto values = group.values;
    thread_local std::vector<std::pair<double, std::size_t>> sorted;
    thread_local std::vector<Tally> tallies;
    sorted.clear();
    tallies.clear();
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i])) sorted.emplace_back(values[i], i);
    std::sort(sorted.begin(), sorted.end(), CheckedLess(group.stop));
    for (const auto& [value, place] : sorted) {
        if (tallies.empty() || tallies.back().value != value) tallies.push_back({value, 0, place});
        ++tallies.back().count;
    }
    return tallies;
}

void count(const Group& group, std::span<double> out) { out[0] = double(group.rows); }

void distinct(const Group& group, std::span<double> out) { out[0] = double(tallied(group).size()); }

void mode(const Group& group, std::span<double> out) {
    const auto& tallies = tallied(group);
    const auto most = std::max_element(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) { return a.count < b.count; });
    out[0] = most == tallies.end() ? kNone : most->value;
}

/// Equally frequent ones in the order of their words, numbers in that of their coming.
void mostCommon(const Group& group, std::span<double> out) {
    auto& tallies = tallied(group);
    if (!group.words) std::sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) { return a.first < b.first; });
    std::stable_sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) { return a.count > b.count; });
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = i < tallies.size() ? tallies[i].value : kNone;
}

/// In nats; rows without a value count as one more value.
void entropy(const Group& group, std::span<double> out) {
    const auto rows = double(group.values.size());
    out[0] = 0;
    const auto add = [&](double count) {
        if (count > 0) out[0] -= count / rows * std::log(count / rows);
    };
    double left = rows;
    for (const auto& tally : tallied(group)) {
        add(double(tally.count));
        left -= double(tally.count);
    }
    add(left);
}

}  // namespace

std::vector<Primitive> countPrimitives() {
    Primitive number = {
        "count", "How many rows there are", "number", {{{Meaning::any, kIndex}}}, kCounted, count, nullptr, Integers::always, 0, false};
    number.readsValues = false;
    Primitive common = {"n_most_common",    "The three most frequent values", "most frequent {}", {{kCategorical}}, {}, mostCommon, nullptr,
                        Integers::likeInput};
    common.outputs = 3;
    return {
        number,
        {"entropy",
         "How evenly the values are spread",
         "entropy of {}",
         {{kCategorical}},
         kNumber,
         entropy,
         nullptr,
         Integers::never,
         kNone,
         false},
        {"mode", "The most frequent value", "usual {}", {{kCategorical}}, {}, mode, nullptr, Integers::likeInput},
        common,
        {"num_unique",
         "How many different values there are",
         "number of different {}",
         {{kCategorical}},
         kCounted,
         distinct,
         nullptr,
         Integers::always,
         kNone,
         false},
    };
}

}  // namespace anneal::data::features
