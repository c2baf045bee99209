#include <cmath>
#include <limits>
#include <map>

#include <gtest/gtest.h>

#include "generate/sampler.h"

namespace anneal::generate {
namespace {

const std::vector<float> kLogits{1.0f, 3.0f, 2.0f, 0.0f, 3.0f};

std::vector<std::int32_t> ids(const std::vector<Candidate>& list) {
    std::vector<std::int32_t> found;
    for (const auto& each : list) found.push_back(each.id);
    return found;
}

TEST(Sampler, greedy_takes_the_lowest_id_of_a_tie) {
    EXPECT_EQ(ids(candidates(kLogits, {}, {.greedy = true})), (std::vector<std::int32_t>{1}));
    EXPECT_EQ(ids(candidates(kLogits, {}, {.temperature = 0})), (std::vector<std::int32_t>{1}));
}

TEST(Sampler, without_filters_it_is_the_softmax) {
    const auto drawn = candidates(kLogits, {}, {});
    ASSERT_EQ(ids(drawn), (std::vector<std::int32_t>{1, 4, 2, 0, 3}));
    double sum = 0;
    for (const float logit : kLogits) sum += std::exp(double(logit));
    EXPECT_NEAR(drawn[2].probability, std::exp(2.0) / sum, 1e-12);
}

TEST(Sampler, top_k_keeps_k) { EXPECT_EQ(ids(candidates(kLogits, {}, {.topK = 3})), (std::vector<std::int32_t>{1, 4, 2})); }

TEST(Sampler, top_p_keeps_the_smallest_set_that_reaches_p) {
    const std::vector<float> logits{std::log(0.5f), std::log(0.3f), std::log(0.15f), std::log(0.05f)};
    EXPECT_EQ(ids(candidates(logits, {}, {.topP = 0.4})), (std::vector<std::int32_t>{0}));
    EXPECT_EQ(ids(candidates(logits, {}, {.topP = 0.6})), (std::vector<std::int32_t>{0, 1}));
    const auto drawn = candidates(logits, {}, {.topP = 0.9});
    ASSERT_EQ(drawn.size(), 3u);
    EXPECT_NEAR(drawn[0].probability, 0.5 / 0.95, 1e-6);
}

TEST(Sampler, min_p_drops_what_is_far_below_the_best) {
    const std::vector<float> logits{std::log(0.5f), std::log(0.3f), std::log(0.15f), std::log(0.05f)};
    EXPECT_EQ(ids(candidates(logits, {}, {.minP = 0.25})), (std::vector<std::int32_t>{0, 1, 2}));
    EXPECT_EQ(ids(candidates(logits, {}, {.minP = 1.0})), (std::vector<std::int32_t>{0}));
}

TEST(Sampler, temperature_flattens_and_sharpens) {
    const auto share = [](double temperature) { return candidates(kLogits, {}, {.temperature = temperature})[0].probability; };
    EXPECT_GT(share(0.5), share(1.0));
    EXPECT_GT(share(1.0), share(2.0));
}

TEST(Sampler, repetition_penalty_lowers_seen_tokens_once) {
    const std::vector<std::int32_t> seen{1, 1, 4, 9};
    EXPECT_EQ(ids(candidates(kLogits, seen, {.greedy = true, .repetitionPenalty = 2.0})), (std::vector<std::int32_t>{2}));
    const std::vector<float> negative{-1.0f, -1.5f};
    EXPECT_EQ(ids(candidates(negative, std::vector<std::int32_t>{0}, {.greedy = true, .repetitionPenalty = 2.0})),
              (std::vector<std::int32_t>{1}));
}

TEST(Sampler, logits_that_are_not_finite_are_never_drawn) {
    const float infinity = std::numeric_limits<float>::infinity();
    EXPECT_EQ(ids(candidates(std::vector<float>{-infinity, 0.0f, std::nanf("")}, {}, {})), (std::vector<std::int32_t>{1}));
    EXPECT_EQ(Sampler({}).next(std::vector<float>{std::nanf("")}, {}), -1);
}

TEST(Sampler, the_same_seed_draws_the_same_tokens) {
    Sampler first({.seed = 7}), second({.seed = 7}), other({.seed = 8});
    std::vector<std::int32_t> a, b, c;
    for (int i = 0; i < 64; ++i) {
        a.push_back(first.next(kLogits, {}));
        b.push_back(second.next(kLogits, {}));
        c.push_back(other.next(kLogits, {}));
    }
    EXPECT_EQ(a, b);
    EXPECT_NE(a, c);
}

TEST(Sampler, draws_follow_the_distribution) {
    Sampler sampler({.seed = 1});
    std::map<std::int32_t, int> counts;
    constexpr int draws = 20000;
    for (int i = 0; i < draws; ++i) ++counts[sampler.next(kLogits, {})];
    for (const auto& each : candidates(kLogits, {}, {})) EXPECT_NEAR(double(counts[each.id]) / draws, each.probability, 0.015);
}

}  // namespace
}  // namespace anneal::generate
