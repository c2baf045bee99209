#include "runs/batch_plan.h"

#include <algorithm>
#include <numeric>
#include <set>

#include <gtest/gtest.h>

namespace anneal::runs {
namespace {

RunSpec specOf(int batch, int accumulation) {
    RunSpec spec;
    spec.perDeviceTrainBatchSize = batch;
    spec.gradientAccumulationSteps = accumulation;
    spec.numTrainEpochs = 1;
    spec.cutoffLen = 10;
    return spec;
}

std::vector<std::uint32_t> ramp(std::uint32_t count) {
    std::vector<std::uint32_t> lengths(count);
    for (std::uint32_t i = 0; i < count; ++i) lengths[i] = 1 + i * 7 % 10;
    return lengths;
}

std::vector<std::uint32_t> samplesOf(const PlannedStep& step) {
    std::vector<std::uint32_t> samples;
    for (const auto& micro : step.micro)
        for (const auto& rank : micro) samples.insert(samples.end(), rank.begin(), rank.end());
    return samples;
}

TEST(batch_plan, each_sample_comes_once_an_epoch) {
    for (const bool packing : {false, true})
        for (const bool grouped : {false, true}) {
            auto spec = specOf(3, 2);
            spec.packing = packing;
            spec.groupByLength = grouped;
            const BatchPlan plan(spec, ramp(100), 2);
            std::multiset<std::uint32_t> seen;
            for (const auto& step : plan.epoch(0))
                for (const auto sample : samplesOf(step)) seen.insert(sample);
            EXPECT_EQ(seen.size(), 100u);
            EXPECT_EQ(std::set(seen.begin(), seen.end()).size(), 100u);
        }
}

TEST(batch_plan, without_shuffling_the_order_is_the_files) {
    auto spec = specOf(4, 2);
    spec.shuffle = false;
    const auto steps = BatchPlan(spec, ramp(20), 1).epoch(3);
    ASSERT_EQ(steps.size(), 3u);
    EXPECT_EQ(samplesOf(steps[0]), (std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(steps[0].micro[1][0], (MicroBatch{4, 5, 6, 7}));
    EXPECT_EQ(steps[2].micro.size(), 1u);
}

TEST(batch_plan, two_ranks_see_the_step_that_one_rank_sees) {
    const auto one = BatchPlan(specOf(4, 2), ramp(50), 1).epoch(1);
    const auto two = BatchPlan(specOf(4, 1), ramp(50), 2).epoch(1);
    ASSERT_EQ(one.size(), two.size());
    for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(samplesOf(one[i]), samplesOf(two[i]));
    EXPECT_EQ(two.back().micro.back().size(), 2u);
}

TEST(batch_plan, the_seed_and_the_epoch_choose_the_order) {
    auto spec = specOf(4, 1);
    const auto first = samplesOf(BatchPlan(spec, ramp(50), 1).epoch(0)[0]);
    EXPECT_EQ(first, samplesOf(BatchPlan(spec, ramp(50), 1).epoch(0)[0]));
    EXPECT_NE(first, samplesOf(BatchPlan(spec, ramp(50), 1).epoch(1)[0]));
    spec.seed = 43;
    EXPECT_NE(first, samplesOf(BatchPlan(spec, ramp(50), 1).epoch(0)[0]));
}

TEST(batch_plan, packed_rows_stay_within_the_budget_and_waste_little) {
    auto spec = specOf(1, 1);
    spec.packing = true;
    const auto lengths = ramp(1000);
    const auto steps = BatchPlan(spec, lengths, 1).epoch(0);
    for (const auto& step : steps) {
        std::uint32_t tokens = 0;
        for (const auto sample : samplesOf(step)) tokens += lengths[sample];
        EXPECT_LE(tokens, 10u);
    }
    const auto total = std::accumulate(lengths.begin(), lengths.end(), 0u);
    EXPECT_LE(steps.size(), total / 10 + 2);
}

TEST(batch_plan, grouping_by_length_brings_like_lengths_together) {
    auto spec = specOf(10, 1);
    spec.groupByLength = true;
    const auto lengths = ramp(1000);
    std::uint32_t spread = 0;
    for (const auto& step : BatchPlan(spec, lengths, 1).epoch(0)) {
        const auto samples = samplesOf(step);
        const auto [low, high] = std::ranges::minmax(samples, {}, [&](auto sample) { return lengths[sample]; });
        spread += lengths[high] - lengths[low];
    }
    EXPECT_LE(spread, 40u);
}

TEST(batch_plan, steps_are_counted_as_they_are_taken) {
    auto spec = specOf(4, 2);
    spec.numTrainEpochs = 2.5;
    EXPECT_EQ(BatchPlan(spec, ramp(20), 1).stepsPerEpoch(), 3);
    EXPECT_EQ(BatchPlan(spec, ramp(20), 1).totalSteps(), 8);
    EXPECT_EQ(BatchPlan(spec, ramp(20), 1).warmupSteps(), 1);
    spec.maxSteps = 5;
    EXPECT_EQ(BatchPlan(spec, ramp(20), 1).totalSteps(), 5);
    spec.numTrainEpochs = 1e-9;
    EXPECT_EQ(BatchPlan(spec, ramp(20), 1).totalSteps(), 1) << "a run that does nothing is no run";
    spec.numTrainEpochs = 2.5;
    spec.warmupSteps = 2;
    EXPECT_EQ(BatchPlan(spec, ramp(20), 1).warmupSteps(), 2);
}

}  // namespace
}  // namespace anneal::runs
