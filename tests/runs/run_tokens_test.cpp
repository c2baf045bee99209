#include "runs/run_tokens.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "runs/launch.h"
#include "runs/run_reader.h"
#include "runs/tiny_model.h"

namespace anneal::runs {
namespace {

class run_tokens : public testing::Test {
protected:
    run_tokens() {
        ::setenv("XDG_DATA_HOME", (folder_ / "home").c_str(), 1);
        ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
        writeTinyModel(folder_ / "model");
        std::string rows, texts;
        for (int i = 0; i < 40; ++i) {
            const auto number = std::to_string(100 + i);
            rows += R"({"instruction":"say )" + number + R"(","output":")" + number + "\"}\n";
            texts += R"({"text":"number )" + number + "\"}\n";
        }
        test::write(folder_ / "rows.jsonl", rows);
        test::write(folder_ / "texts.jsonl", texts);
    }
    RunSpec spec(const std::string& data = "rows.jsonl") {
        RunSpec spec;
        spec.modelNameOrPath = (folder_ / "model").string();
        spec.dataset = {(folder_ / data).string()};
        spec.templateName = "alpaca";
        spec.loraAlpha = 32;
        spec.learningRate = 1e-4;
        return spec;
    }
    Result<RunTokens> prepare(const RunSpec& spec) { return prepareRunTokens(spec, folder_ / "train", folder_ / "eval"); }
    std::set<std::vector<std::int32_t>> samplesIn(const std::string& name) {
        const auto tokens = text::PreparedTokens::open(folder_ / name, true).value();
        std::set<std::vector<std::int32_t>> samples;
        for (std::size_t i = 0; i < tokens.samples(); ++i) samples.emplace(tokens.ids(i).begin(), tokens.ids(i).end());
        return samples;
    }
    test::TemporaryFolder folder_;
};

TEST_F(run_tokens, the_answer_alone_is_trained) {
    const auto made = prepare(spec());
    ASSERT_TRUE(test::succeeded(made));
    EXPECT_EQ(made->train.manifest.samples, 40u);
    EXPECT_FALSE(made->eval);
    EXPECT_GT(made->train.manifest.trainedTokens, 40u * 2);
    EXPECT_LT(made->train.manifest.trainedTokens, made->train.manifest.tokens / 4);
}

TEST_F(run_tokens, held_out_rows_are_drawn_by_the_seed_and_not_trained_on) {
    auto run = spec();
    run.valSize = 0.1;
    ASSERT_TRUE(test::succeeded(prepare(run)));
    const auto train = samplesIn("train"), eval = samplesIn("eval");
    EXPECT_EQ(train.size(), 36u);
    EXPECT_EQ(eval.size(), 4u);
    for (const auto& sample : eval) EXPECT_FALSE(train.contains(sample));

    std::filesystem::remove_all(folder_ / "train");
    std::filesystem::remove_all(folder_ / "eval");
    ASSERT_TRUE(prepare(run));
    EXPECT_EQ(samplesIn("eval"), eval);
    std::filesystem::remove_all(folder_ / "eval");
    run.seed = 7;
    ASSERT_TRUE(prepare(run));
    EXPECT_NE(samplesIn("eval"), eval);
}

TEST_F(run_tokens, holding_out_every_row_is_an_error) {
    auto run = spec();
    run.valSize = 40;
    EXPECT_EQ(prepare(run).error().code, "val_size_too_large");
}

TEST_F(run_tokens, max_samples_takes_the_first_rows_of_each_data_set) {
    auto run = spec();
    run.dataset.push_back((folder_ / "rows.jsonl").string());
    run.maxSamples = 5;
    const auto made = prepare(run);
    ASSERT_TRUE(test::succeeded(made));
    EXPECT_EQ(made->train.manifest.samples, 10u);
    EXPECT_EQ(samplesIn("train").size(), 5u);
}

TEST_F(run_tokens, what_is_complete_is_read_again_not_made_again) {
    ASSERT_TRUE(prepare(spec()));
    const auto before = std::filesystem::last_write_time(folder_ / "train/tokens.bin");
    auto moved = spec("no-longer-there.jsonl");
    const auto again = prepare(moved);
    ASSERT_TRUE(test::succeeded(again));
    EXPECT_EQ(again->train.manifest.samples, 40u);
    EXPECT_EQ(std::filesystem::last_write_time(folder_ / "train/tokens.bin"), before);
}

TEST_F(run_tokens, sft_without_a_template_lists_the_known_ones) {
    auto run = spec();
    run.templateName.clear();
    const auto error = prepare(run).error();
    EXPECT_EQ(error.code, "template_missing");
    for (const auto* name : {"alpaca", "chatml", "qwen"}) EXPECT_NE(error.hint.find(name), std::string::npos);
}

TEST_F(run_tokens, plain_text_ends_with_the_end_token_unless_told_not_to) {
    auto run = spec("texts.jsonl");
    run.stage = Stage::pt;
    run.templateName.clear();
    ASSERT_TRUE(test::succeeded(prepare(run)));
    EXPECT_EQ(samplesIn("train").begin()->back(), 256);
    std::filesystem::remove_all(folder_ / "train");
    run.appendEos = false;
    ASSERT_TRUE(prepare(run));
    EXPECT_NE(samplesIn("train").begin()->back(), 256);
}

TEST_F(run_tokens, a_conversation_is_no_plain_text) {
    auto run = spec();
    run.stage = Stage::pt;
    EXPECT_EQ(prepare(run).error().code, "row_unsuitable");
}

TEST_F(run_tokens, a_stop_ends_the_preparation) {
    base::StopToken stop;
    stop.requestStop();
    EXPECT_EQ(prepareRunTokens(spec(), folder_ / "train", folder_ / "eval", {}, stop).error().code, "stopped");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "train"));
}

TEST_F(run_tokens, a_run_that_cannot_be_prepared_leaves_nothing) {
    auto run = spec("missing.jsonl");
    run.outputDir = (folder_ / "run").string();
    EXPECT_EQ(createRun(run).error().code, "file_not_found");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "run"));
    EXPECT_TRUE(listRuns().empty());
    run.dataset = spec().dataset;
    const auto made = createRun(run);
    ASSERT_TRUE(test::succeeded(made));
    EXPECT_EQ(RunReader::open(*made)->status()->state, RunState::queued);
}

TEST_F(run_tokens, a_resume_changes_how_long_but_not_what) {
    auto run = spec();
    run.outputDir = (folder_ / "run").string();
    const auto directory = createRun(run).value();
    ASSERT_TRUE(test::succeeded(reopenRun(directory, std::vector<std::string>{"max_steps=7", "save_steps=2"})));
    EXPECT_EQ(directory.spec()->maxSteps, 7);
    const auto error = reopenRun(directory, std::vector<std::string>{"lora_rank=4"}).error();
    EXPECT_EQ(error.code, "resume_mismatch");
    EXPECT_NE(error.message.find("lora_rank"), std::string::npos);
    EXPECT_EQ(directory.spec()->loraRank, 16);
}

TEST_F(run_tokens, a_resume_after_the_data_changed_goes_on_with_the_old_rows_and_says_so) {
    auto run = spec();
    run.outputDir = (folder_ / "run").string();
    const auto directory = createRun(run).value();
    const auto warnings = [&] {
        const auto events = RunReader::open(directory)->events().value();
        return std::ranges::count_if(events, [](const auto& event) { return event.message.starts_with("the data has changed"); });
    };
    const auto before = base::sha256File(directory.trainTokens() / "tokens.bin").value();
    ASSERT_TRUE(test::succeeded(reopenRun(directory, std::vector<std::string>{"max_steps=7"})));
    EXPECT_EQ(warnings(), 0);
    test::write(folder_ / "rows.jsonl", R"({"instruction":"say 1","output":"2"})");
    ASSERT_TRUE(test::succeeded(reopenRun(directory, std::vector<std::string>{"max_steps=8"})));
    EXPECT_EQ(warnings(), 1);
    EXPECT_EQ(base::sha256File(directory.trainTokens() / "tokens.bin").value(), before);
    std::filesystem::remove(folder_ / "rows.jsonl");
    EXPECT_TRUE(test::succeeded(reopenRun(directory, std::vector<std::string>{"max_steps=9"}))) << "the tokens are enough";
}

TEST_F(run_tokens, a_layer_that_the_model_does_not_have_is_told_before_anything_is_made) {
    auto run = spec();
    run.outputDir = (folder_ / "run").string();
    run.loraTarget = {"q_proj", "nope"};
    const auto made = createRun(run);
    EXPECT_EQ(made.error().code, "target_modules_unknown");
    EXPECT_NE(made.error().hint.find("q_proj"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "run"));
}

}  // namespace
}  // namespace anneal::runs
