#include "data/clean/cleaner.h"

#include <set>

#include "data/clean/explain.h"
#include "data/clean/plan.h"
#include "data/clean_fixture.h"

using namespace anneal;

namespace {

using Clean = test::CleanTest;

// Every family that learns from all rows, so that threads, shards and plans have to agree on each.
constexpr const char* kRecipe = R"(
steps:
  - repair_encoding
  - normalise_unicode
  - normalise_whitespace
  - trim
  - drop_empty
  - drop_duplicates
  - drop_near_duplicates
  - length_outliers: {columns: [output]}
)";

std::string dirtyRows(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        const int same = i % 10 == 9 ? i - 9 : i;           // a row given twice
        const int like = same % 10 == 6 ? same - 3 : same;  // a row but for one word
        std::string output = "answer number " + std::to_string(same) + " of the set";
        for (int word = 0; word < 20; ++word)
            output += " w" + std::to_string(std::uint64_t(like) * 2654435761u * unsigned(word + 7) % 99991);
        if (same % 97 == 3) output = "";
        if (same % 101 == 5) output += " caf\xC3\x83\xC2\xA9";
        if (same % 103 == 7) output += " \xEF\xBF\xBD";
        if (same % 499 == 11) output = std::string(5000, 'x') + std::to_string(same);
        text += OrderedJson{{"instruction", "  question " + std::to_string(like)}, {"input", ""}, {"output", output}}.dump() + "\n";
    }
    return text;
}

std::string traceOf(const std::filesystem::path& dataset, std::int64_t rows) {
    auto opened = data::Dataset::open(dataset);
    std::string text;
    for (std::int64_t row = 1; row <= rows; row += 17) {
        const auto explanation = data::explainRow(*opened, row);
        text += explanation ? data::toJson(*explanation).dump() + "\n" : explanation.error().code + "\n";
    }
    return text;
}

}  // namespace

TEST_F(Clean, the_counts_add_up_and_the_provenance_names_the_source) {
    auto imported = import("rows.jsonl", dirtyRows(1400));
    ASSERT_TRUE(test::succeeded(imported));
    auto result = clean(imported->dataset, kRecipe);
    ASSERT_TRUE(test::succeeded(result));
    EXPECT_EQ(result->rowsIn, 1400);
    std::int64_t rows = result->rowsIn;
    for (const auto& step : result->steps) {
        EXPECT_EQ(step.rowsIn, rows) << step.step;
        EXPECT_EQ(step.rowsOut, step.rowsIn - step.dropped) << step.step;
        rows = step.rowsOut;
    }
    EXPECT_EQ(rows, result->rowsOut);
    EXPECT_GT(result->steps.front().dropped, 0);  // lost characters
    EXPECT_GT(result->steps.front().changed, 0);  // repaired ones
    EXPECT_GT(result->steps.back().dropped, 0);   // outliers
    EXPECT_EQ(result->manifest.provenance["dataset_hash"], imported->manifest.hash);
    EXPECT_EQ(result->manifest.provenance["steps"].size(), 8u);
    EXPECT_FALSE(std::filesystem::exists(result->dataset / "aside"));
    EXPECT_TRUE(data::Dataset::open(result->dataset)->verify());
}

TEST_F(Clean, the_result_and_its_trace_are_the_same_on_any_number_of_threads) {
    const auto dataset = importInParts(dirtyRows(6000));
    ASSERT_GT(data::Dataset::open(dataset)->parts(), 8u);
    std::set<std::string> outcomes;
    for (const int threads : {1, 2, 5}) {
        data::CleanOptions options;
        options.threads = threads;
        auto result = clean(dataset, kRecipe, options);
        ASSERT_TRUE(test::succeeded(result));
        outcomes.insert(result->manifest.hash + traceOf(result->dataset, 6000));
    }
    EXPECT_EQ(outcomes.size(), 1u);
}

TEST_F(Clean, four_shards_with_a_plan_are_together_what_one_run_gives) {
    const auto dataset = importInParts(dirtyRows(20000));
    auto whole = clean(dataset, kRecipe);
    ASSERT_TRUE(test::succeeded(whole));
    auto opened = data::Dataset::open(dataset);
    auto recipe = data::recipeFromYaml(kRecipe);
    auto planned = data::writePlan(*opened, *recipe, folder / "plan", 2);
    ASSERT_TRUE(test::succeeded(planned));
    std::string rows;
    std::int64_t dropped = 0, parts = 0;
    for (int index = 1; index <= 4; ++index) {
        auto shard = clean(dataset, kRecipe, {.threads = 2, .shard = {index, 4}, .plan = folder / "plan"});
        ASSERT_TRUE(test::succeeded(shard));
        rows += textOf(rowsOf(shard->dataset));
        for (const auto& step : shard->steps) dropped += step.dropped;
        parts += shard->rowsOut > 0;
    }
    EXPECT_EQ(parts, 4);
    EXPECT_EQ(rows, textOf(rowsOf(whole->dataset)));
    EXPECT_EQ(dropped, whole->rowsIn - whole->rowsOut);
    for (std::size_t i = 0; i < planned->size(); ++i) EXPECT_EQ((*planned)[i].dropped, whole->steps[i].dropped) << i;
}

TEST_F(Clean, a_shard_without_the_plan_that_it_needs_is_refused) {
    const auto dataset = importInParts(dirtyRows(100));
    EXPECT_EQ(clean(dataset, "steps: [drop_duplicates]", {.shard = {1, 2}}).error().code, "plan_needed");
    EXPECT_TRUE(test::succeeded(clean(dataset, "steps: [trim]", {.shard = {1, 2}})));
    auto opened = data::Dataset::open(dataset);
    ASSERT_TRUE(test::succeeded(data::writePlan(*opened, *data::recipeFromYaml("steps: [drop_duplicates]"), folder / "plan")));
    EXPECT_EQ(clean(dataset, "steps: [trim, drop_duplicates]", {.plan = folder / "plan"}).error().code, "plan_mismatch");
    const auto other = importInParts(dirtyRows(99));
    EXPECT_EQ(clean(other, "steps: [drop_duplicates]", {.plan = folder / "plan"}).error().code, "plan_mismatch");
    std::filesystem::remove(folder / "plan" / "DONE");
    EXPECT_EQ(clean(dataset, "steps: [drop_duplicates]", {.plan = folder / "plan"}).error().code, "plan_invalid");
}

TEST_F(Clean, a_step_that_learns_may_come_first_alone_or_again) {
    std::string rows;
    for (int i = 0; i < 100; ++i) rows += "{\"text\":\"" + std::string(std::size_t(20 + i % 5), 'a') + std::to_string(i) + "\"}\n";
    rows += "{\"text\":\"" + std::string(5000, 'b') + "\"}\n";
    auto imported = import("rows.jsonl", rows);
    for (const auto* yaml : {"steps: [length_outliers]", "steps: [drop_length_outliers, trim, length_outliers]"}) {
        auto result = clean(imported->dataset, yaml);
        ASSERT_TRUE(test::succeeded(result)) << yaml;
        EXPECT_EQ(result->steps[0].dropped, 1) << yaml;
        EXPECT_EQ(result->rowsOut, 100) << yaml;
    }
}

TEST_F(Clean, disabled_steps_do_nothing) {
    EXPECT_EQ(cleaned("{\"text\":\" a \"}\n", "steps: [{step: trim, enabled: false}]"), "{\"text\":\" a \"}\n");
    EXPECT_TRUE(report.steps.empty());
}

TEST_F(Clean, stops_within_200_milliseconds) {
    std::string rows;
    for (int i = 0; i < 60000; ++i)
        rows +=
            "{\"text\":\" row " + std::to_string(i * 2654435761u) + " writes to someone@example.org about  an article of the contract\"}\n";
    const auto opened = data::Dataset::open(importInParts(rows, std::size_t(16) << 20));
    const auto recipe = data::recipeFromYaml(
        "steps: [trim, normalise_whitespace, mask_pii, filter_quality: {from_words: 1}, drop_near_duplicates: {threshold: 0.4}]");
    for (const int after : {50, 500, 2000, 4000}) {
        const auto time = processorTimeToStop(after, [&](const base::StopToken& stop) {
            const auto result = data::cleanDataset(*opened, *recipe, {.out = folder / "out", .replace = true, .threads = 2}, {}, stop);
            EXPECT_TRUE(result || result.error().code == "stopped");
        });
        EXPECT_LT(time, 2 * 200) << after;  // two threads
    }
}

TEST_F(Clean, a_run_that_is_stopped_leaves_nothing_behind) {
    const auto dataset = importInParts(dirtyRows(6000));
    base::StopToken stop;
    const auto opened = data::Dataset::open(dataset);
    auto result = data::cleanDataset(
        *opened, *data::recipeFromYaml(kRecipe), {.out = folder / "out"}, [&](const base::Progress&) { stop.requestStop(); }, stop);
    EXPECT_EQ(result.error().code, "stopped");
    EXPECT_FALSE(std::filesystem::exists(folder / "out"));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path().filename().string().find(".partial-"), std::string::npos) << entry.path();
}
