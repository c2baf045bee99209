#include "evaluate/generation.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "nn/load.h"
#include "support.h"

namespace anneal::evaluate {
namespace {

TEST(EvaluateGeneration, answers_keep_the_order_of_the_questions_whatever_the_batch) {
    const auto source = test::golden() / "generate";
    const auto golden = base::readJson(source / "golden.json");
    auto model = nn::loadCausalLm(source / "qwen2");
    ASSERT_TRUE(test::succeeded(model));
    std::vector<Question> questions;
    for (const auto& prompt : golden->at("prompts")) questions.push_back({prompt.get<std::vector<std::int32_t>>(), ""});
    const auto greedy = golden->at("models").at("qwen2").at("greedy").get<std::vector<std::vector<std::int32_t>>>();

    GenerationEvalOptions options;
    options.generate.maxTokens = 40;
    options.generate.stopIds = (*model)->config().eosIds;
    for (const std::size_t batch : {1, 2, 3, 16}) {
        options.batch = batch;
        std::int64_t done = 0;
        const auto report = evaluateGeneration(generate::Generator(**model, nullptr), questions, options,
                                               [&](const base::Progress& progress) { done = progress.done; });
        ASSERT_TRUE(test::succeeded(report));
        for (std::size_t index = 0; index < questions.size(); ++index) EXPECT_EQ(report->answers[index].ids, greedy[index]);
        EXPECT_EQ(done, 4);
        EXPECT_EQ(report->scores.samples(), 4);
    }
}

}  // namespace
}  // namespace anneal::evaluate
