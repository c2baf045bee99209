#include "generate/generator.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "generate/stop_ids.h"
#include "nn/load.h"
#include "support.h"

namespace anneal::generate {
namespace {

using Ids = std::vector<std::int32_t>;

std::unique_ptr<nn::CausalLm> load(const std::filesystem::path& folder) {
    auto model = nn::loadCausalLm(folder);
    EXPECT_TRUE(test::succeeded(model));
    return model ? std::move(*model) : nullptr;
}

class Golden : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        const auto folder = test::golden() / "generate";
        auto read = base::readJson(folder / "golden.json");
        ASSERT_TRUE(test::succeeded(read));
        prompts = read->at("prompts").get<std::vector<Ids>>();
        greedy = read->at("models").at(GetParam()).at("greedy").get<std::vector<Ids>>();
        model = load(folder / GetParam());
        ASSERT_TRUE(model);
    }
    GenerateOptions options(bool greedyChoice = true) const {
        GenerateOptions chosen{.maxTokens = 40, .stopIds = model->config().eosIds};
        chosen.sampling.greedy = greedyChoice;
        return chosen;
    }

    std::vector<Ids> prompts;
    std::vector<Ids> greedy;
    std::unique_ptr<nn::CausalLm> model;
};

TEST_P(Golden, greedy_tokens_equal_transformers) {
    const Generator generator(*model, nullptr);
    for (std::size_t index = 0; index < prompts.size(); ++index) {
        const auto answer = generator.generate(prompts[index], options());
        ASSERT_TRUE(test::succeeded(answer));
        EXPECT_EQ(answer->ids, greedy[index]);
        EXPECT_EQ(answer->finish, answer->ids.back() == 2 ? Finish::stop : Finish::length);
    }
}

TEST_P(Golden, a_batch_answers_as_its_prompts_do_alone) {
    const auto answers = Generator(*model, nullptr).generateBatch(prompts, options());
    ASSERT_TRUE(test::succeeded(answers));
    for (std::size_t index = 0; index < prompts.size(); ++index) EXPECT_EQ((*answers)[index].ids, greedy[index]);
}

TEST_P(Golden, incremental_decoding_equals_reading_everything_anew) {
    auto one = options();
    one.maxTokens = 1;
    auto all = prompts[1];
    for (const auto expected : greedy[1]) {
        const auto answer = Generator(*model, nullptr).generate(all, one);
        ASSERT_TRUE(test::succeeded(answer));
        ASSERT_EQ(answer->ids, Ids{expected});
        all.push_back(expected);
    }
}

TEST_P(Golden, sampling_repeats_with_its_seed) {
    auto sampled = options(false);
    sampled.sampling.temperature = 1.5;
    const Generator generator(*model, nullptr);
    const auto first = generator.generate(prompts[0], sampled), second = generator.generate(prompts[0], sampled);
    sampled.sampling.seed = 43;
    const auto other = generator.generate(prompts[0], sampled);
    ASSERT_TRUE(first && second && other);
    EXPECT_EQ(first->ids, second->ids);
    EXPECT_NE(first->ids, other->ids);
    EXPECT_NE(first->ids, greedy[0]);
}

INSTANTIATE_TEST_SUITE_P(Families, Golden, testing::Values("llama", "qwen2", "qwen3"));

TEST(Generator, bad_prompts_are_refused) {
    const auto model = load(test::golden() / "generate/llama");
    ASSERT_TRUE(model);
    const Generator generator(*model, nullptr);
    EXPECT_EQ(generator.generate(Ids{}, {}).error().code, "prompt_empty");
    EXPECT_EQ(generator.generate(Ids{1, 160}, {}).error().code, "token_out_of_range");
    EXPECT_EQ(generator.generate(Ids{-1}, {}).error().code, "token_out_of_range");
    EXPECT_EQ(generator.generate(Ids(128, 5), {}).error().code, "prompt_too_long");
}

TEST(Generator, the_context_ends_an_answer) {
    const auto model = load(test::golden() / "generate/qwen2");
    ASSERT_TRUE(model);
    const auto answer = Generator(*model, nullptr).generate(Ids(120, 5), {.maxTokens = 100, .sampling = {.greedy = true}});
    ASSERT_TRUE(test::succeeded(answer));
    EXPECT_EQ(answer->ids.size(), 8u);
    EXPECT_EQ(answer->finish, Finish::length);
}

TEST(Generator, a_stop_request_ends_it_at_once) {
    const auto model = load(test::golden() / "generate/llama");
    ASSERT_TRUE(model);
    base::StopToken stop;
    int tokens = 0;
    const auto onToken = [&](std::size_t, std::int32_t, std::string_view) {
        if (++tokens == 3) stop.requestStop();
    };
    const auto answer = Generator(*model, nullptr).generate(Ids{1, 9, 8}, {.sampling = {.greedy = true}}, onToken, stop);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "stopped");
    EXPECT_EQ(tokens, 3);
}

TEST(Generator, damaged_weights_are_named_not_sampled) {
    const auto model = load(test::golden() / "generate/llama");
    ASSERT_TRUE(model);
    const at::NoGradGuard noGradients;
    model->parameters().find("model.norm.weight").fill_(std::nan(""));
    for (const bool greedy : {true, false}) {
        const auto answer = Generator(*model, nullptr).generate(Ids{1, 9, 8}, {.sampling = {.greedy = greedy}});
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, "logits_not_finite");
    }
}

class Stories : public testing::Test {
protected:
    void SetUp() override {
        const auto weights = test::sharedData() / "weights";
        if (!std::filesystem::exists(weights / "stories260K_golden.json")) GTEST_SKIP() << "no shared data beside the checkout";
        golden = *base::readJson(weights / "stories260K_golden.json");
        folder = weights / "stories260K-hf";
        model = load(folder);
        auto loaded = text::Tokenizer::load(weights / "tok512.bin");
        ASSERT_TRUE(test::succeeded(loaded));
        tokenizer = *loaded;
    }
    std::filesystem::path folder;
    Json golden;
    std::unique_ptr<nn::CausalLm> model;
    std::shared_ptr<const text::Tokenizer> tokenizer;
};

TEST_F(Stories, greedy_text_is_the_golden_one) {
    const auto wanted = golden.at("greedy_ids_256").get<Ids>();
    const auto prompt = Ids{wanted.front()};
    std::string streamed;
    const auto onToken = [&](std::size_t, std::int32_t, std::string_view text) { streamed += text; };
    GenerateOptions options{.maxTokens = std::int64_t(wanted.size() - 1), .sampling = {.greedy = true}};
    const auto answer = Generator(*model, tokenizer).generate(prompt, options, onToken);
    ASSERT_TRUE(test::succeeded(answer));
    EXPECT_EQ(answer->ids, Ids(wanted.begin() + 1, wanted.end()));
    EXPECT_EQ(answer->text, golden.at("greedy_text"));
    EXPECT_EQ(streamed, answer->text);
}

TEST_F(Stories, a_stop_string_ends_the_text_before_it) {
    GenerateOptions options{.maxTokens = 200, .sampling = {.greedy = true}, .stopStrings = {"Lily"}};
    const auto answer = Generator(*model, tokenizer).generate(tokenizer->encode("Once upon a time", true), options);
    ASSERT_TRUE(test::succeeded(answer));
    EXPECT_EQ(answer->finish, Finish::stop);
    EXPECT_EQ(answer->text.find("Lily"), std::string::npos);
    EXPECT_LT(answer->ids.size(), 100u);
}

TEST_F(Stories, the_end_token_is_known) { EXPECT_EQ(stopIds(folder, model->config(), *tokenizer), Ids{2}); }

}  // namespace
}  // namespace anneal::generate
