#include "data/clean/cleaner.h"

#include "base/yaml.h"
#include "data/clean/mojibake.h"
#include "data/data_fixture.h"

using namespace anneal;

namespace {

class Clean : public test::DataTest {
protected:
    Result<data::CleanReport> clean(const std::filesystem::path& dataset, std::string_view yaml, int threads = 2) {
        ANNEAL_TRY(document, base::parseYaml(yaml));
        ANNEAL_TRY(recipe, data::recipeFromJson(document));
        ANNEAL_TRY(opened, data::Dataset::open(dataset));
        return data::cleanDataset(opened, recipe, {folder / ("clean-" + std::to_string(count++)), false, threads});
    }
    std::string cleaned(std::string_view rows, std::string_view yaml) {
        auto report = import("rows.jsonl", rows);
        EXPECT_TRUE(test::succeeded(report));
        auto result = clean(report->dataset, yaml);
        EXPECT_TRUE(test::succeeded(result));
        return result ? textOf(rowsOf(result->dataset)) : std::string();
    }
};

constexpr const char* kRecipe = R"(
steps:
  - repair_encoding
  - normalise_unicode
  - normalise_whitespace
  - trim
  - drop_empty
  - drop_duplicates
  - drop_length_outliers: {columns: [output]}
)";

std::string dirtyRows(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        std::string output = "answer number " + std::to_string(i % 700) + " of the set";
        if (i % 97 == 3) output = "";
        if (i % 101 == 5) output += " caf\xC3\x83\xC2\xA9";
        if (i % 103 == 7) output += " \xEF\xBF\xBD";
        if (i % 499 == 11) output = std::string(5000, 'x');
        text += OrderedJson{{"instruction", "  question " + std::to_string(i % 700)}, {"input", ""}, {"output", output}}.dump() + "\n";
    }
    return text;
}

}  // namespace

TEST_F(Clean, texts_are_trimmed_and_normalised_also_inside_messages) {
    EXPECT_EQ(cleaned(R"({"messages":[{"role":"user","content":"  a\u00a0 b \r\n"},{"role":"assistant","content":"e\u0301"}]})"
                      "\n",
                      "steps: [normalise_whitespace, trim, normalise_unicode]"),
              "{\"messages\":[{\"role\":\"user\",\"content\":\"a b\"},{\"role\":\"assistant\",\"content\":\"é\"}]}\n");
}

TEST_F(Clean, mojibake_is_repaired_and_lost_text_is_told) {
    EXPECT_EQ(data::repairMojibake("itâ€™s a cafÃ©"), "it’s a café");
    EXPECT_EQ(data::repairMojibake("naïve café – “quoted” 你好"), "naïve café – “quoted” 你好");
    EXPECT_TRUE(data::looksDamaged("lost \xEF\xBF\xBD"));
    EXPECT_FALSE(data::looksDamaged("whole – “text” 你好"));
}

TEST_F(Clean, every_dropped_row_has_its_reason_and_the_counts_add_up) {
    auto report = import("rows.jsonl", dirtyRows(1400));
    ASSERT_TRUE(test::succeeded(report));
    auto result = clean(report->dataset, kRecipe);
    ASSERT_TRUE(test::succeeded(result));
    EXPECT_EQ(result->rowsIn, 1400);
    std::int64_t rows = result->rowsIn, dropped = 0;
    for (const auto& step : result->steps) {
        EXPECT_EQ(step.rowsIn, rows) << step.step;
        EXPECT_EQ(step.rowsOut, step.rowsIn - step.dropped) << step.step;
        rows = step.rowsOut;
        dropped += step.dropped;
    }
    EXPECT_EQ(rows, result->rowsOut);
    EXPECT_GT(result->steps.front().dropped, 0);  // lost characters
    EXPECT_GT(result->steps.front().changed, 0);  // repaired ones
    EXPECT_GT(result->steps.back().dropped, 0);   // outliers
    auto told = base::readFile(result->dataset / "dropped.jsonl");
    ASSERT_TRUE(told);
    EXPECT_EQ(std::count(told->begin(), told->end(), '\n'), dropped);
    EXPECT_EQ(result->manifest.provenance["dataset_hash"], report->manifest.hash);
    EXPECT_FALSE(std::filesystem::exists(result->dataset / "aside"));
    EXPECT_TRUE(data::Dataset::open(result->dataset)->verify());
}

TEST_F(Clean, the_result_is_the_same_on_any_number_of_threads) {
    data::ImportOptions options;
    options.reading.blockBytes = 8192;
    auto report = import("rows.jsonl", dirtyRows(3000), options);
    ASSERT_TRUE(test::succeeded(report));
    std::set<std::string> hashes;
    for (const int threads : {1, 2, 4}) {
        auto result = clean(report->dataset, kRecipe, threads);
        ASSERT_TRUE(test::succeeded(result));
        hashes.insert(result->manifest.hash + *base::readFile(result->dataset / "dropped.jsonl"));
    }
    EXPECT_EQ(hashes.size(), 1u);
}

TEST_F(Clean, duplicates_keep_the_first_and_name_it) {
    auto report = import("rows.jsonl", "{\"text\":\"a\",\"id\":1}\n{\"text\":\"b\",\"id\":2}\n{\"text\":\"a\",\"id\":3}\n");
    auto result = clean(report->dataset, "steps: [drop_duplicates]");
    ASSERT_TRUE(test::succeeded(result));
    EXPECT_EQ(result->rowsOut, 2);
    EXPECT_EQ(*base::readFile(result->dataset / "dropped.jsonl"),
              "{\"row\":3,\"step\":\"drop_duplicates\",\"reason\":\"the same as row 1\"}\n");
}

TEST_F(Clean, an_outlier_step_may_come_first_or_alone) {
    std::string rows;
    for (int i = 0; i < 100; ++i) rows += "{\"text\":\"" + std::string(std::size_t(20 + i % 5), 'a') + std::to_string(i) + "\"}\n";
    rows += "{\"text\":\"" + std::string(5000, 'b') + "\"}\n";
    auto report = import("rows.jsonl", rows);
    for (const auto* yaml : {"steps: [drop_length_outliers]", "steps: [drop_length_outliers, trim, drop_length_outliers]"}) {
        auto result = clean(report->dataset, yaml);
        ASSERT_TRUE(test::succeeded(result)) << yaml;
        EXPECT_EQ(result->steps[0].dropped, 1) << yaml;
        EXPECT_EQ(result->rowsOut, 100) << yaml;
    }
}

TEST_F(Clean, a_recipe_is_the_same_however_it_is_written) {
    const auto hash = [](std::string_view yaml) { return data::recipeFromJson(*base::parseYaml(yaml))->hash; };
    EXPECT_EQ(hash("steps: [trim, drop_length: {min: 3}]"), hash("steps:\n  - step: trim\n  - step: drop_length\n    min: 3\n"));
    EXPECT_NE(hash("steps: [trim]"), hash("steps: [drop_empty]"));
}

TEST_F(Clean, mistakes_in_a_recipe_are_named) {
    const auto error = [](std::string_view yaml) { return data::recipeFromJson(*base::parseYaml(yaml)).error(); };
    EXPECT_EQ(error("steps: [trimm]").code, "step_unknown");
    EXPECT_NE(error("steps: [trimm]").hint.find("trim"), std::string::npos);
    EXPECT_EQ(error("steps: [{drop_length: {mn: 3}}]").code, "parameter_invalid");
    EXPECT_EQ(error("steps: [{normalise_unicode: {form: NFX}}]").code, "parameter_invalid");
    EXPECT_EQ(error("steps: []").code, "recipe_invalid");
}
