#include <algorithm>
#include <cmath>

#include "data/features/primitives/families.h"

namespace anneal::data::features {
namespace {

double trueOnes(const Group& group) { return double(std::count(group.values.begin(), group.values.end(), 1.0)); }

void all(const Group& group, std::span<double> out) {
    out[0] = std::find(group.values.begin(), group.values.end(), 0.0) == group.values.end() ? 1 : 0;
}

void any(const Group& group, std::span<double> out) { out[0] = trueOnes(group) > 0 ? 1 : 0; }

void numTrue(const Group& group, std::span<double> out) { out[0] = trueOnes(group); }

/// A row without a value counts as one that is not true.
void percentTrue(const Group& group, std::span<double> out) { out[0] = trueOnes(group) / double(group.values.size()); }

}  // namespace

std::vector<Primitive> truthPrimitives() {
    const std::vector<std::vector<Kind>> truths = {{{Meaning::truth}}, {{Meaning::truthOrNull}}};
    const Kind truth = {Meaning::truth};
    return {
        {"all", "Whether every value is true", "all {}", truths, truth, all, nullptr, Integers::never, kNone, false},
        {"any", "Whether one value at least is true", "any {}", truths, truth, any, nullptr, Integers::never, kNone, false},
        {"num_true", "How many values are true", "number of true {}", truths, kCounted, numTrue, nullptr, Integers::always, 0},
        {"percent_true", "The share of values that are true", "share of true {}", truths, kReal, percentTrue},
    };
}

}  // namespace anneal::data::features
