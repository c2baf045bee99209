#include "data/clean/explain.h"
#include "data/clean_fixture.h"

using namespace anneal;

namespace {

using LengthSteps = test::CleanTest;

std::string texts(std::initializer_list<const char*> list) {
    std::string rows;
    for (const auto* text : list) rows += OrderedJson{{"text", text}}.dump() + "\n";
    return rows;
}

std::string tokenizerFile() { return (std::filesystem::path(ANNEAL_SOURCE_DIR) / "resources/demo/base").string(); }

}  // namespace

TEST_F(LengthSteps, bounds_in_characters_words_and_tokens) {
    const auto rows = texts({"one", "one two", "one two three", "你好世界朋友"});
    const auto left = [&](const std::string& parameters) {
        cleaned(rows, "steps: [drop_length: {" + parameters + "}]");
        return report.rowsOut;
    };
    EXPECT_EQ(left("min: 4"), 3);
    EXPECT_EQ(left("max: 6"), 2);
    EXPECT_EQ(left("min: 2, unit: words"), 3);
    EXPECT_EQ(left("min: 6, unit: words"), 1);
    EXPECT_EQ(left("max: 1, unit: tokens, tokenizer: " + tokenizerFile()), 1);
    EXPECT_EQ(data::recipeFromYaml("steps: [drop_length: {max: 1, unit: tokens}]").error().code, "parameter_invalid");
    EXPECT_EQ(data::recipeFromYaml("steps: [drop_length: {max: 1, unit: tokens, tokenizer: /no/such}]").error().code, "file_not_found");
}

TEST_F(LengthSteps, long_texts_are_cut_between_words) {
    EXPECT_EQ(cleaned(texts({"alpha beta gamma delta", "short"}), "steps: [limit_length: {max: 13}]"), texts({"alpha beta", "short"}));
    EXPECT_EQ(cleaned(texts({"alpha beta gamma delta"}), "steps: [limit_length: {max: 13, whole_words: false}]"), texts({"alpha beta ga"}));
    EXPECT_EQ(cleaned(texts({"你好世界朋友"}), "steps: [limit_length: {max: 4}]"), texts({"你好世界"}));
    EXPECT_EQ(cleaned(texts({"alpha beta gamma delta"}), "steps: [limit_length: {max: 2, unit: words, whole_words: false}]"),
              texts({"alpha beta "}));
    const auto cut = cleaned(texts({"The supplier shall deliver the goods within thirty days of the order."}),
                             "steps: [limit_length: {max: 6, unit: tokens, tokenizer: " + tokenizerFile() + "}]");
    EXPECT_GT(cut.size(), 15u);
    EXPECT_LT(cut.size(), 60u);
}

TEST_F(LengthSteps, long_texts_become_several_rows_that_can_be_explained) {
    const std::string rows = "{\"text\":\"alpha beta gamma delta\",\"id\":1}\n{\"text\":\"x\",\"id\":2}\n{\"text\":null,\"id\":3}\n";
    EXPECT_EQ(
        cleaned(rows, "steps: [limit_length: {columns: [text], max: 11, action: split}]"),
        "{\"text\":\"alpha beta\",\"id\":1}\n{\"text\":\"gamma delta\",\"id\":1}\n{\"text\":\"x\",\"id\":2}\n{\"text\":null,\"id\":3}\n");
    EXPECT_EQ(step(0).added, 1);
    EXPECT_EQ(step(0).rowsOut, 4);
    auto explained = data::explainPlace(*data::Dataset::open(report.dataset), 2);
    ASSERT_TRUE(test::succeeded(explained));
    EXPECT_EQ(explained->row, 1);
    EXPECT_EQ(explained->copies[0].copy, 1);
    EXPECT_EQ(explained->copies[0].steps[0].changes[0].before, "alpha beta gamma delta");
    EXPECT_EQ(explained->copies[0].steps[0].changes[0].after, "gamma delta");
    // Pieces go on as rows of their own.
    cleaned(rows,
            "steps: [{limit_length: {columns: [text], max: 11, action: split}}, {filter_pattern: {pattern: gamma}}, {replace_pattern: "
            "{pattern: alpha, with: A}}]");
    EXPECT_EQ(report.rowsOut, 3);
    explained = data::explainRow(*data::Dataset::open(report.dataset), 1);
    ASSERT_EQ(explained->copies.size(), 2u);
    EXPECT_EQ(explained->copies[0].place, 1);
    EXPECT_EQ(explained->copies[0].steps.back().changes[0].after, "A beta");
    EXPECT_EQ(explained->copies[1].steps.back().dropped, "text matches the pattern");
}

TEST_F(LengthSteps, long_texts_are_marked) {
    EXPECT_EQ(cleaned(texts({"long text", "x"}), "steps: [limit_length: {max: 5, action: flag}]"),
              "{\"text\":\"long text\",\"too_long\":true}\n{\"text\":\"x\",\"too_long\":false}\n");
    EXPECT_EQ(step(0).tally.at("flagged"), 1);
}

TEST_F(LengthSteps, number_outliers_are_dropped_clipped_or_marked) {
    std::string rows;
    for (int i = 0; i < 200; ++i) rows += "{\"n\":" + std::to_string(100 + i % 10) + ",\"x\":" + std::to_string(i % 7) + ".5}\n";
    rows += "{\"n\":1000,\"x\":2.5}\n{\"n\":null,\"x\":-900.0}\n";
    cleaned(rows, "steps: [outliers]");
    EXPECT_EQ(step(0).dropped, 2);
    cleaned(rows, "steps: [outliers: {columns: [n], action: clip}]");
    EXPECT_EQ(step(0).changedCells, 1);
    const auto clipped = rowsOf(report.dataset)[200]["n"].get<int>();
    EXPECT_GT(clipped, 109);
    EXPECT_LT(clipped, 400);
    EXPECT_TRUE(rowsOf(report.dataset)[201]["n"].is_null());
    cleaned(rows, "steps: [outliers: {action: flag, flag: odd}]");
    EXPECT_EQ(step(0).tally.at("flagged"), 2);
    EXPECT_EQ(rowsOf(report.dataset)[200]["odd"], true);
    EXPECT_EQ(rowsOf(report.dataset)[0]["odd"], false);
}

TEST_F(LengthSteps, double_detection_needs_both_rules_and_the_robust_one_neither) {
    // One value far out hides another from the deviations, not from the quartiles nor from the median.
    std::string rows;
    for (int i = 0; i < 40; ++i) rows += "{\"n\":" + std::to_string(10 + i % 5) + "}\n";
    rows += "{\"n\":60}\n{\"n\":100000}\n";
    const auto dropped = [&](const char* method) {
        cleaned(rows, std::string("steps: [outliers: {method: ") + method + "}]");
        return step(0).dropped;
    };
    EXPECT_EQ(dropped("sigma"), 1);
    EXPECT_EQ(dropped("iqr"), 2);
    EXPECT_EQ(dropped("both"), 1);
    EXPECT_EQ(dropped("robust"), 2);
}
