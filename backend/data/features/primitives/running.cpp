#include <algorithm>
#include <cmath>
#include <numeric>

#include "data/features/primitives/families.h"
#include "data/features/stopped.h"

namespace anneal::data::features {
namespace {

void count(const Rows&, std::span<double> out) { std::iota(out.begin(), out.end(), 1.0); }

/// What is carried from row to row; a row without a value has none, and the next goes on from the one before it.
template <double (*join)(double, double)>
void carried(const Rows& rows, std::span<double> out) {
    double state = kNone;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double value = rows.first[i];
        if (!std::isnan(value)) state = std::isnan(state) ? value : join(state, value);
        out[i] = std::isnan(value) ? kNone : state;
    }
}

double plus(double a, double b) { return a + b; }
double larger(double a, double b) { return std::max(a, b); }
double smaller(double a, double b) { return std::min(a, b); }

/// Over all rows so far, those without a value too.
void mean(const Rows& rows, std::span<double> out) {
    carried<plus>(rows, out);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] /= double(i + 1);
}

void difference(const Rows& rows, std::span<double> out) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = i == 0 ? kNone : rows.first[i] - rows.first[i - 1];
}

void sincePrevious(const Rows& rows, std::span<double> out) {
    difference(rows, out);
    for (auto& value : out) value /= kMicroseconds;
}

/// Rank among the values there are, equal ones at their mean rank, as a share of their number.
void percentile(const Rows& rows, std::span<double> out) {
    std::vector<std::pair<double, std::size_t>> sorted;
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = kNone;
        if (!std::isnan(rows.first[i])) sorted.emplace_back(rows.first[i], i);
    }
    std::sort(sorted.begin(), sorted.end(), CheckedLess(rows.stop));
    for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
        while (end < sorted.size() && sorted[end].first == sorted[begin].first) ++end;
        const double rank = double(begin + 1 + end) / 2;
        for (auto i = begin; i < end; ++i) out[sorted[i].second] = rank / double(sorted.size());
    }
}

}  // namespace

std::vector<Primitive> runningPrimitives() {
    const auto whole = [](Primitive primitive) {
        primitive.wholeTable = true;
        return primitive;
    };
    return {
        whole({"cum_count",
               "How many rows there are so far",
               "running number of {}",
               {{{Meaning::any, kForeignKey}}, {kCategorical}},
               kCounted,
               nullptr,
               count,
               Integers::always}),
        whole({"cum_max",
               "The largest value so far",
               "largest {} so far",
               {{kNumber}},
               kNumber,
               nullptr,
               carried<larger>,
               Integers::likeInput}),
        whole({"cum_mean", "The average so far", "mean {} so far", {{kNumber}}, kNumber, nullptr, mean}),
        whole({"cum_min",
               "The smallest value so far",
               "smallest {} so far",
               {{kNumber}},
               kNumber,
               nullptr,
               carried<smaller>,
               Integers::likeInput}),
        whole({"cum_sum",
               "All values so far together",
               "total {} so far",
               {{kNumber}},
               kNumber,
               nullptr,
               carried<plus>,
               Integers::likeInput}),
        whole({"diff", "The change from the row before", "change of {}", {{kNumber}}, kNumber, nullptr, difference, Integers::likeInput}),
        whole({"percentile", "The share of values that are no larger", "percentile of {}", {{kNumber}}, kNumber, nullptr, percentile}),
        whole({"time_since_previous",
               "Seconds from the row before",
               "seconds since the previous {}",
               {{kTimeIndexed}},
               kNumber,
               nullptr,
               sincePrevious}),
    };
}

}  // namespace anneal::data::features
