#include "base/curve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace anneal::base {
namespace {

TEST(curve, ticks_are_round_and_cover_the_range) {
    EXPECT_EQ(niceTicks(0, 100, 5), (std::vector<double>{0, 20, 40, 60, 80, 100}));
    const auto ticks = niceTicks(0.613, 3.58, 6);
    EXPECT_LE(ticks.front(), 0.613);
    EXPECT_GE(ticks.back(), 3.58);
    EXPECT_GE(niceTicks(2, 2, 5).size(), 2u);
}

TEST(curve, ticks_have_as_many_digits_as_tell_them_apart) {
    EXPECT_EQ(digitsFor(200), 0);
    EXPECT_EQ(digitsFor(0.2), 1);
    EXPECT_EQ(digitsFor(0.025), 3);
    EXPECT_EQ(digitsFor(1e-9), 6);
}

TEST(curve, a_running_mean_starts_at_the_first_value) {
    const auto mean = smoothed({4, 4, 4, 1}, 0.5);
    EXPECT_DOUBLE_EQ(mean[0], 4);
    EXPECT_DOUBLE_EQ(mean[2], 4);
    EXPECT_LT(mean[3], 4);
    EXPECT_GT(mean[3], 1);
}

TEST(curve, a_running_mean_is_the_weighted_mean_of_what_was_seen) {
    const std::vector<double> values{3, -1, 7.5, 0.25, 2};
    const double weight = 0.8;
    const auto mean = smoothed(values, weight);
    for (std::size_t i = 0; i < values.size(); ++i) {
        double sum = 0, weights = 0;
        for (std::size_t k = 0; k <= i; ++k) {
            const double share = std::pow(weight, double(i - k));
            sum += share * values[k];
            weights += share;
        }
        EXPECT_NEAR(mean[i], sum / weights, 1e-12);
    }
}

TEST(curve, no_weight_on_the_past_gives_the_values_back) { EXPECT_EQ(smoothed({3, 1, 2}, 0), (std::vector<double>{3, 1, 2})); }

TEST(curve, a_gap_stays_a_gap_and_moves_no_mean) {
    const auto gap = std::numeric_limits<double>::quiet_NaN();
    const auto with = smoothed({2, gap, 4}, 0.9);
    const auto without = smoothed({2, 4}, 0.9);
    EXPECT_TRUE(std::isnan(with[1]));
    EXPECT_DOUBLE_EQ(with[2], without[1]);
}

}  // namespace
}  // namespace anneal::base
