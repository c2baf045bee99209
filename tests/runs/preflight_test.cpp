#include "runs/preflight.h"

#include "runs/assessment.h"
#include "runs/tiny_model.h"

namespace anneal::runs {
namespace {

using Level = Check::Level;

/// Plain text rows and a tiny model, looked at whole, as `anneal forecast` and the window do.
class preflight_check : public testing::Test {
protected:
    preflight_check() {
        ::setenv("XDG_DATA_HOME", (folder_ / "home").c_str(), 1);
        ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
        writeTinyModel(folder_ / "model");
        keys_ = {{"model_name_or_path", (folder_ / "model").string()},
                 {"dataset", {(folder_ / "rows.jsonl").string()}},
                 {"stage", "pt"},
                 {"device", "cpu"},
                 {"cutoff_len", 64},
                 {"val_size", 0.1},
                 {"per_device_train_batch_size", 4},
                 {"warmup_ratio", 0},
                 {"learning_rate", 2e-4}};
        writeRows(200, "row ");
    }

    void writeRows(int count, const std::string& start) {
        std::string rows;
        for (int i = 0; i < count; ++i) rows += OrderedJson{{"text", start + std::to_string(i)}}.dump() + "\n";
        test::write(folder_ / "rows.jsonl", rows);
    }
    std::vector<Check> look() {
        const auto spec = RunSpec::fromJson(keys_);
        EXPECT_TRUE(test::succeeded(spec));
        auto assessment = assessRun(*spec, {});
        EXPECT_TRUE(test::succeeded(assessment));
        return assessment->checks;
    }
    Check find(const std::string& id) {
        for (auto& check : look())
            if (check.id == id) return check;
        ADD_FAILURE() << "no check is called " << id;
        return {};
    }
    void mend(const Check& check) {
        EXPECT_FALSE(check.fix.empty());
        for (const auto& [key, value] : check.fix) {
            if (value.is_null())
                keys_.erase(key);
            else
                keys_[key] = value;
        }
    }
    /// The finding is there, and its own fix takes it away.
    void expectMended(const std::string& id, Level level) {
        const auto check = find(id);
        EXPECT_EQ(check.level, level) << check.message;
        EXPECT_FALSE(check.message.empty());
        EXPECT_FALSE(check.hint.empty());
        mend(check);
        const auto after = find(id);
        EXPECT_EQ(after.level, Level::passed) << after.message;
    }

    test::TemporaryFolder folder_;
    OrderedJson keys_;
};

TEST_F(preflight_check, finds_nothing_where_all_is_well) {
    keys_.update({{"eval_strategy", "steps"}, {"eval_steps", 10}, {"save_steps", 50}});
    for (const auto& check : look()) EXPECT_EQ(check.level, Level::passed) << check.id << ": " << check.message;
}

TEST_F(preflight_check, samples_over_the_cutoff_are_counted_and_the_cutoff_raised) {
    writeRows(200, std::string(100, 'x'));
    const auto check = find("samples_cut");
    EXPECT_EQ(check.facts["cut"], 180);
    EXPECT_EQ(check.facts["samples"], 180);
    EXPECT_EQ(check.facts["longest"], 104);  // 103 bytes and the end token
    expectMended("samples_cut", Level::warning);
    EXPECT_EQ(keys_["cutoff_len"], 128);
}

TEST_F(preflight_check, the_cutoff_is_never_raised_past_the_model) {
    writeRows(40, std::string(700, 'x'));
    keys_["cutoff_len"] = 600;
    const auto cut = find("samples_cut");
    EXPECT_NE(cut.level, Level::passed);
    EXPECT_TRUE(cut.fix.empty());
    expectMended("context", Level::blocking);
    EXPECT_EQ(keys_["cutoff_len"], 512);
}

TEST_F(preflight_check, answers_without_an_end_are_found_and_given_one) {
    keys_["append_eos"] = false;
    expectMended("end_token", Level::warning);
}

TEST_F(preflight_check, rows_in_both_parts_and_rows_that_repeat_are_counted) {
    std::string rows;
    for (int i = 0; i < 100; ++i) rows += OrderedJson{{"text", "the same"}}.dump() + "\n";
    test::write(folder_ / "rows.jsonl", rows);
    const auto overlap = find("eval_overlap");
    EXPECT_EQ(overlap.level, Level::warning);
    EXPECT_EQ(overlap.facts["rows"], 10);
    const auto twins = find("duplicates");
    EXPECT_EQ(twins.level, Level::warning);
    EXPECT_EQ(twins.facts["rows"], 89);
}

TEST_F(preflight_check, a_rate_far_from_the_usual_is_set_to_it) {
    keys_["learning_rate"] = 0.05;
    expectMended("learning_rate", Level::warning);
    keys_["learning_rate"] = 2e-3;
    expectMended("learning_rate", Level::note);
    keys_["finetuning_type"] = "full";
    expectMended("learning_rate", Level::note);
    EXPECT_EQ(keys_["learning_rate"], 2e-5);
}

TEST_F(preflight_check, too_few_steps_are_made_more) {
    keys_["gradient_accumulation_steps"] = 64;
    expectMended("steps", Level::warning);
    keys_["gradient_accumulation_steps"] = 1;
    keys_["per_device_train_batch_size"] = 1;
    writeRows(4, "row ");
    keys_.erase("val_size");
    expectMended("steps", Level::warning);
    EXPECT_EQ(keys_["num_train_epochs"], 8);
}

TEST_F(preflight_check, a_last_step_that_is_not_full_is_counted) {
    writeRows(40, "row ");
    keys_["per_device_train_batch_size"] = 8;
    expectMended("steps", Level::warning);
    EXPECT_EQ(keys_["per_device_train_batch_size"], 3);
}

TEST_F(preflight_check, a_warmup_as_long_as_the_run_is_shortened) {
    keys_["warmup_steps"] = 10'000;
    expectMended("warmup", Level::warning);
}

TEST_F(preflight_check, without_held_out_rows_some_are_held_out) {
    keys_.erase("val_size");
    expectMended("held_out", Level::warning);
}

TEST_F(preflight_check, too_few_evaluations_become_enough_to_stop_early) {
    keys_["eval_strategy"] = "steps";
    keys_["eval_steps"] = 1000;
    expectMended("evaluations", Level::note);
}

TEST_F(preflight_check, a_run_that_saves_only_at_its_end_saves_on_the_way) {
    keys_["save_steps"] = 100'000;
    // Its time is not known, so it may be long.
    expectMended("checkpoints", Level::note);
}

TEST_F(preflight_check, what_fits_is_found_by_smaller_batches_first) {
    const auto spec = RunSpec::fromJson(keys_).value();
    auto assessment = assessRun(spec, {}).value();
    auto& device = assessment.forecast.devices.at(0);
    const auto config = catalogue::ModelConfig::read(folder_ / "model").value();
    auto writer = text::PreparedTokensWriter::create(folder_ / "tokens").value();
    for (int i = 0; i < 64; ++i) EXPECT_TRUE(writer.add(std::vector<std::int32_t>(64, i), std::vector<std::uint8_t>(64, 1)));
    EXPECT_TRUE(test::succeeded(writer.finish({.vocabSize = 257})));
    const auto tokens = text::PreparedTokens::open(folder_ / "tokens").value();
    device.memory = estimateMemory(assessment.spec, config, 4 * 64, false, false);
    device.availableBytes = device.memory.total() - 1;
    device.fits = false;
    const std::optional<text::PreparedTokens> eval;
    const auto checks = preflight({assessment.spec, config, tokens, eval, {}, assessment.forecast});
    const auto memory = std::ranges::find(checks, "memory", &Check::id);
    ASSERT_NE(memory, checks.end());
    EXPECT_EQ(memory->level, Level::blocking);
    EXPECT_EQ(checks.front().id, "memory");  // what would stop the run comes first
    device.availableBytes = 2 * device.memory.total();
    device.fits = true;
    const auto roomy = preflight({assessment.spec, config, tokens, eval, {}, assessment.forecast});
    EXPECT_EQ(std::ranges::find(roomy, "memory", &Check::id)->level, Level::passed);
}

TEST_F(preflight_check, a_full_disk_keeps_fewer_checkpoints) {
    auto assessment = assessRun(RunSpec::fromJson(keys_).value(), {}).value();
    auto& forecast = assessment.forecast;
    forecast.disk = {.checkpoints = 3, .checkpointBytes = 300, .resultBytes = 50, .tokenBytes = 10};
    forecast.diskBytes = forecast.disk.total();
    const auto config = catalogue::ModelConfig::read(folder_ / "model").value();
    auto writer = text::PreparedTokensWriter::create(folder_ / "tokens").value();
    EXPECT_TRUE(writer.add(std::vector<std::int32_t>(4, 1), std::vector<std::uint8_t>(4, 1)));
    EXPECT_TRUE(test::succeeded(writer.finish({.vocabSize = 257})));
    const auto tokens = text::PreparedTokens::open(folder_ / "tokens").value();
    const std::optional<text::PreparedTokens> eval;
    const auto disk = [&](std::int64_t free) {
        forecast.freeDiskBytes = free;
        const auto checks = preflight({assessment.spec, config, tokens, eval, {}, forecast});
        return *std::ranges::find(checks, "disk", &Check::id);
    };
    EXPECT_EQ(disk(1000).level, Level::passed);
    EXPECT_EQ(disk(200).fix, (std::vector<std::pair<std::string, OrderedJson>>{{"save_total_limit", 1}}));
    EXPECT_EQ(disk(100).fix, (std::vector<std::pair<std::string, OrderedJson>>{{"save_strategy", "no"}}));
    EXPECT_TRUE(disk(10).fix.empty());
    EXPECT_EQ(disk(10).level, Level::blocking);
}

}  // namespace
}  // namespace anneal::runs
