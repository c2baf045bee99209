#include <cmath>

#include <gtest/gtest.h>

#include "data/features/primitive.h"

using namespace anneal::data::features;

namespace {

const Primitive& named(const std::string& name, bool aggregation) { return **findPrimitive(name, aggregation); }

std::vector<double> aggregated(const std::string& name, const std::vector<double>& values, bool words = false,
                               const std::vector<double>& times = {}) {
    const auto& primitive = named(name, true);
    std::vector<double> out(std::size_t(primitive.outputs));
    primitive.aggregate({values, times, values.size(), 0, words, {}}, out);
    return out;
}

std::vector<double> transformed(const std::string& name, const std::vector<double>& first, const std::vector<double>& second = {}) {
    std::vector<double> out(first.size());
    named(name, false).transform({first, second.empty() ? first : second, 0, nullptr, {}}, out);
    return out;
}

}  // namespace

TEST(Primitives, are_described_and_found_by_name) {
    ASSERT_GE(primitives().size(), 50U);
    for (const auto& primitive : primitives()) {
        EXPECT_FALSE(primitive.reason.empty()) << primitive.name;
        EXPECT_NE((primitive.aggregate != nullptr), (primitive.transform != nullptr)) << primitive.name;
        EXPECT_EQ(*findPrimitive(primitive.name, primitive.aggregate != nullptr), &primitive) << "registered twice";
        EXPECT_EQ(toJson(primitive)["inputs"].size(), primitive.inputs.size());
    }
    for (const auto& name : defaultAggregations()) EXPECT_TRUE(findPrimitive(name, true)) << name;
    for (const auto& name : defaultTransforms()) EXPECT_TRUE(findPrimitive(name, false)) << name;
}

TEST(Primitives, of_a_constant_have_no_skew_and_no_kurtosis) {
    EXPECT_EQ(aggregated("skew", {0.1, 0.1, 0.1, 0.1})[0], 0);
    EXPECT_TRUE(std::isnan(aggregated("kurtosis", {0.1, 0.1, 0.1})[0]));
    EXPECT_TRUE(std::isnan(aggregated("kurtosis", {1, kNone, 3})[0]));
    EXPECT_TRUE(std::isnan(aggregated("skew", {1, 2})[0]));
    EXPECT_TRUE(std::isnan(aggregated("std", {1})[0]));
}

TEST(Primitives, of_the_frequent_break_ties_by_the_word_or_by_what_came_first) {
    EXPECT_EQ(aggregated("mode", {3, 1, 3, 1, 2})[0], 1);
    EXPECT_EQ(aggregated("n_most_common", {3, 1, 3, 1, 2}, true), (std::vector<double>{1, 3, 2}));
    EXPECT_EQ(aggregated("n_most_common", {3, 1, 3, 1, 2}, false), (std::vector<double>{3, 1, 2}));
    EXPECT_NEAR(aggregated("entropy", {1, 1, kNone, 2})[0], 1.0397207708399179, 1e-15);
}

TEST(Primitives, of_sums_lose_nothing_on_the_way) {
    std::vector<double> values(1000001, 0.1);
    values[0] = 1e9;
    EXPECT_NEAR(aggregated("sum", values)[0], 1e9 + 1e5, 1e-6);
}

TEST(Primitives, of_running_values_go_over_gaps) {
    const auto sums = transformed("cum_sum", {1, kNone, 2});
    EXPECT_EQ(sums[0], 1);
    EXPECT_TRUE(std::isnan(sums[1]));
    EXPECT_EQ(sums[2], 3);
    EXPECT_EQ(transformed("cum_mean", {1, kNone, 2})[2], 1);
    EXPECT_EQ(transformed("percentile", {5, 1, 5, 9}), (std::vector<double>{0.625, 0.25, 0.625, 1}));
}

TEST(Primitives, of_the_calendar_hold_before_1970) {
    const double moment = -86400e6 * 365 + 3661e6;  // 1969-01-01 01:01:01, a Wednesday
    for (const auto& [name, value] : std::vector<std::pair<std::string, double>>{
             {"year", 1969}, {"month", 1}, {"day", 1}, {"weekday", 2}, {"hour", 1}, {"minute", 1}, {"second", 1}, {"is_weekend", 0}})
        EXPECT_EQ(transformed(name, {moment})[0], value) << name;
    EXPECT_EQ(transformed("is_weekend", {kNone})[0], 0);
    EXPECT_TRUE(std::isnan(transformed("year", {kNone})[0]));
}
