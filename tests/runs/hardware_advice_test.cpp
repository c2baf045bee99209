#include "runs/hardware_advice.h"

#include <gtest/gtest.h>

namespace anneal::runs {
namespace {

constexpr std::int64_t kGiB = std::int64_t(1) << 30;
constexpr std::int64_t kTokens = 2048;

RunSpec spec(FinetuningType method) {
    RunSpec spec;
    spec.finetuningType = method;
    spec.gradientCheckpointing = true;
    return spec;
}

const catalogue::ModelConfig& sevenB() { return catalogue::findCatalogueModel("DeepSeek-R1-Distill-Qwen-7B")->config; }

TEST(hardware_advice, the_estimate_holds_every_parameter_in_its_dtype) {
    const auto parameters = sevenB().parameterCount();
    const auto lora = estimateMemory(spec(FinetuningType::lora), sevenB(), kTokens, true, true);
    const auto trained = trainedParameters(spec(FinetuningType::lora), sevenB());
    EXPECT_EQ(lora.weights, 2 * parameters + 4 * trained);
    EXPECT_EQ(lora.optimizer, 8 * trained);
    const auto full = estimateMemory(spec(FinetuningType::full), sevenB(), kTokens, true, true);
    EXPECT_EQ(full.weights + full.gradients + full.optimizer, 16 * parameters);
    EXPECT_GT(full.activations, 0);
}

TEST(hardware_advice, recomputing_takes_less_than_keeping) {
    auto keeps = spec(FinetuningType::lora);
    keeps.gradientCheckpointing = false;
    EXPECT_LT(estimateMemory(spec(FinetuningType::lora), sevenB(), kTokens, true, true).activations,
              estimateMemory(keeps, sevenB(), kTokens, true, true).activations / 4);
}

TEST(hardware_advice, is_tight_in_the_last_tenth_and_over_beyond) {
    const auto lora = spec(FinetuningType::lora);
    const auto needed = estimateMemory(lora, sevenB(), kTokens, true, true).total();
    EXPECT_EQ(fitOn(lora, sevenB(), kTokens, needed - 1, true, true).verdict, Fit::Verdict::over);
    EXPECT_EQ(fitOn(lora, sevenB(), kTokens, needed, true, true).verdict, Fit::Verdict::tight);
    EXPECT_EQ(fitOn(lora, sevenB(), kTokens, needed + needed / 8, true, true).verdict, Fit::Verdict::fits);
}

TEST(hardware_advice, a_consumer_card_takes_a_7b_adapter_and_no_7b_full) {
    const auto& card = hardwareTiers().front();
    EXPECT_EQ(card.deviceBytes, 24 * kGiB);
    EXPECT_NE(fitOn(spec(FinetuningType::lora), sevenB(), kTokens, card.deviceBytes, true, true).verdict, Fit::Verdict::over);
    EXPECT_EQ(fitOn(spec(FinetuningType::full), sevenB(), kTokens, card.deviceBytes, true, true).verdict, Fit::Verdict::over);
}

TEST(hardware_advice, sizes_rise_and_none_comes_twice) {
    const auto sizes = catalogueSizes();
    ASSERT_GE(sizes.size(), 5u);
    for (std::size_t i = 1; i < sizes.size(); ++i) EXPECT_LT(sizes[i - 1]->parameters, sizes[i]->parameters);
}

TEST(hardware_advice, more_memory_takes_no_smaller_model) {
    std::int64_t before = 0;
    for (const auto bytes : {4 * kGiB, 16 * kGiB, 24 * kGiB, 80 * kGiB, 141 * kGiB}) {
        const auto* largest = largestThatFits(spec(FinetuningType::lora), kTokens, bytes, true, true);
        EXPECT_GE(largest ? largest->parameters : 0, before);
        before = largest ? largest->parameters : 0;
    }
    EXPECT_EQ(before, catalogueSizes().back()->parameters);
    EXPECT_EQ(largestThatFits(spec(FinetuningType::full), kTokens, kGiB, true, true), nullptr);
}

}  // namespace
}  // namespace anneal::runs
