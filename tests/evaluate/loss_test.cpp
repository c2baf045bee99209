#include "evaluate/loss.h"

#include <cmath>

#include <gtest/gtest.h>

#include "base/json.h"
#include "nn/load.h"
#include "support.h"

namespace anneal::evaluate {
namespace {

struct Row {
    std::vector<std::int32_t> ids;
    std::vector<std::uint8_t> trained;
};

Result<text::PreparedTokens> prepare(const std::filesystem::path& folder, const std::vector<Row>& rows, std::int64_t vocabulary = 160) {
    ANNEAL_TRY(writer, text::PreparedTokensWriter::create(folder));
    for (const auto& row : rows) ANNEAL_CHECK(writer.add(row.ids, row.trained));
    ANNEAL_TRY(manifest, writer.finish({.vocabSize = vocabulary}));
    (void)manifest;
    return text::PreparedTokens::open(folder);
}

class GoldenLoss : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        const auto source = test::golden() / "generate";
        const auto golden = base::readJson(source / "golden.json");
        ASSERT_TRUE(test::succeeded(golden));
        std::vector<Row> rows;
        for (const auto& sample : golden->at("samples")) rows.push_back({sample.at("ids"), sample.at("trained")});
        sums = golden->at("models").at(GetParam()).at("loss_sums").get<std::vector<double>>();
        auto prepared = prepare(folder / "tokens", rows);
        ASSERT_TRUE(test::succeeded(prepared));
        tokens.emplace(*prepared);
        auto loaded = nn::loadCausalLm(source / GetParam());
        ASSERT_TRUE(test::succeeded(loaded));
        model = std::move(*loaded);
    }
    test::TemporaryFolder folder;
    std::vector<double> sums;
    std::optional<text::PreparedTokens> tokens;
    std::unique_ptr<nn::CausalLm> model;
};

TEST_P(GoldenLoss, sums_equal_transformers_whatever_the_batch) {
    for (const std::int64_t budget : {1, 40, 4096}) {
        const auto report = meanLoss(*model, *tokens, {.batchTokens = budget, .perSample = true});
        ASSERT_TRUE(test::succeeded(report));
        ASSERT_EQ(report->perSample.size(), sums.size());
        double sum = 0;
        std::int64_t trained = 0;
        for (std::size_t index = 0; index < sums.size(); ++index) {
            EXPECT_NEAR(report->perSample[index].sum, sums[index], 1e-5 * std::max(1.0, sums[index])) << index;
            sum += sums[index];
            trained += report->perSample[index].trainedTokens;
        }
        EXPECT_EQ(report->samples, std::int64_t(sums.size()));
        EXPECT_EQ(report->trainedTokens, trained);
        EXPECT_NEAR(report->loss, sum / double(trained), 1e-5);
        EXPECT_NEAR(report->perplexity, std::exp(sum / double(trained)), 1e-3);
    }
}

INSTANTIATE_TEST_SUITE_P(Families, GoldenLoss, testing::Values("llama", "qwen2", "qwen3"));

class Loss : public testing::Test {
protected:
    void SetUp() override {
        auto loaded = nn::loadCausalLm(test::golden() / "generate/llama");
        ASSERT_TRUE(test::succeeded(loaded));
        model = std::move(*loaded);
    }
    test::TemporaryFolder folder;
    std::unique_ptr<nn::CausalLm> model;
};

TEST_F(Loss, nothing_trained_is_an_error) {
    const auto tokens = prepare(folder / "tokens", {{{1, 5, 6}, {0, 0, 0}}});
    ASSERT_TRUE(test::succeeded(tokens));
    const auto report = meanLoss(*model, *tokens);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "nothing_trained");
}

TEST_F(Loss, tokens_of_another_vocabulary_are_refused) {
    const auto tokens = prepare(folder / "tokens", {{{1, 5, 700}, {0, 1, 1}}}, 1000);
    ASSERT_TRUE(test::succeeded(tokens));
    const auto report = meanLoss(*model, *tokens);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "tokens_mismatch");
}

TEST_F(Loss, weights_that_are_not_numbers_are_named) {
    const at::NoGradGuard noGradients;
    model->parameters().find("model.norm.weight").fill_(std::nan(""));
    const auto tokens = prepare(folder / "tokens", {{{1, 5, 6}, {0, 1, 1}}});
    ASSERT_TRUE(test::succeeded(tokens));
    const auto report = meanLoss(*model, *tokens);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "loss_not_finite");
}

TEST_F(Loss, a_stop_request_and_progress_are_heard) {
    const auto tokens = prepare(folder / "tokens", {{{1, 5, 6}, {0, 1, 1}}, {{1, 7, 8}, {0, 1, 1}}});
    ASSERT_TRUE(test::succeeded(tokens));
    base::StopToken stop;
    std::int64_t seen = 0;
    const auto report = meanLoss(
        *model, *tokens, {.batchTokens = 1},
        [&](const base::Progress& progress) {
            seen = progress.done;
            stop.requestStop();
        },
        stop);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "stopped");
    EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace anneal::evaluate
