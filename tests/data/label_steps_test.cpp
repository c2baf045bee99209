#include <random>

#include "data/clean/explain.h"
#include "data/clean/plan.h"
#include "data/clean_fixture.h"

using namespace anneal;

namespace {

using LabelSteps = test::CleanTest;

const std::vector<std::pair<std::string, std::vector<std::string>>> kTopics = {
    {"sport", {"match", "goal", "team", "coach", "league", "season", "player", "referee", "stadium", "cup"}},
    {"money", {"bank", "share", "profit", "market", "loan", "investor", "price", "rate", "fund", "dividend"}},
    {"food", {"recipe", "oven", "flour", "sauce", "garlic", "butter", "dinner", "spoon", "bread", "taste"}}};

struct Labelled {
    std::string rows;
    std::set<std::size_t> wrong;  ///< rows, from 1, whose label is not their topic's
};

/// Texts about three topics, a few of them under a wrong label.
Labelled labelledTexts(std::size_t count, unsigned seed) {
    std::mt19937 draw(seed);
    Labelled made;
    for (std::size_t row = 1; row <= count; ++row) {
        const auto topic = draw() % kTopics.size();
        std::string text;
        for (int i = 0; i < 12; ++i) text += (draw() % 3 == 0 ? "the" : kTopics[topic].second[draw() % 10]) + " ";
        auto label = topic;
        if (draw() % 20 == 0) {
            label = (topic + 1 + draw() % 2) % kTopics.size();
            made.wrong.insert(row);
        }
        made.rows += OrderedJson{{"text", text}, {"label", kTopics[label].first}}.dump() + "\n";
    }
    return made;
}

}  // namespace

TEST_F(LabelSteps, spellings_of_one_label_become_the_frequent_one) {
    std::string rows;
    const auto add = [&](const std::string& label, int times) {
        for (int i = 0; i < times; ++i) rows += OrderedJson{{"text", "t" + std::to_string(rows.size())}, {"label", label}}.dump() + "\n";
    };
    add("not spam", 30);
    add("Not-Spam ", 3);
    add("NOT_SPAM", 2);
    add("not spxm", 1);
    add("spam", 20);
    add("SPAM", 1);
    const auto result = cleaned(rows, "steps: [merge_labels]");
    EXPECT_EQ(step(0).changedCells, 7);
    std::set<std::string> labels;
    for (const auto& row : rowsOf(report.dataset)) labels.insert(row["label"]);
    EXPECT_EQ(labels, (std::set<std::string>{"not spam", "spam"}));
    cleaned(rows, "steps: [merge_labels: {edits: 0}]");
    EXPECT_EQ(step(0).changedCells, 6);
}

TEST_F(LabelSteps, labels_that_are_different_are_not_merged) {
    std::string rows;
    for (int i = 0; i < 40; ++i)
        rows += OrderedJson{{"text", "t" + std::to_string(i)},
                            {"label", i == 0   ? "pos"
                                      : i == 1 ? "class 2"
                                      : i % 2  ? "neg"
                                               : "class 1"}}
                    .dump() +
                "\n";
    cleaned(rows, "steps: [merge_labels]");
    EXPECT_EQ(step(0).changedCells, 0);
}

TEST_F(LabelSteps, labels_that_the_texts_speak_against_are_found) {
    const auto made = labelledTexts(1200, 3);
    cleaned(made.rows, "steps: [suspect_labels]");
    std::size_t found = 0, suspected = 0, row = 0;
    for (const auto& one : rowsOf(report.dataset)) {
        ++row;
        if (one["label_suggested"].is_null()) continue;
        ++suspected;
        found += made.wrong.count(row);
        EXPECT_NE(one["label_suggested"], one["label"]);
        EXPECT_GE(one["label_doubt"].get<double>(), 0.5);
    }
    EXPECT_EQ(step(0).tally.at("suspected"), std::int64_t(suspected));
    EXPECT_EQ(step(0).changed, 0);
    EXPECT_GE(found, made.wrong.size() * 85 / 100);
    EXPECT_LE(suspected - found, made.wrong.size() / 10);
}

TEST_F(LabelSteps, labels_change_only_when_asked_and_rows_say_why_they_went) {
    const auto made = labelledTexts(600, 4);
    cleaned(made.rows, "steps: [suspect_labels: {action: relabel}]");
    EXPECT_GT(step(0).changedCells, 0);
    cleaned(made.rows, "steps: [suspect_labels: {action: drop}]");
    EXPECT_GT(step(0).dropped, 0);
    const auto wrong = std::int64_t(*made.wrong.begin());
    const auto why = data::explainRow(*data::Dataset::open(report.dataset), wrong);
    ASSERT_TRUE(test::succeeded(why));
    EXPECT_NE(why->copies[0].steps[0].dropped->find("the text speaks for "), std::string::npos);
}

TEST_F(LabelSteps, suspicions_are_the_same_by_threads_and_by_shards) {
    const auto dataset = importInParts(labelledTexts(6000, 5).rows);
    const std::string yaml = "steps: [merge_labels, suspect_labels, balance_classes: {action: repeat}]";
    auto one = clean(dataset, yaml, {.threads = 1}), five = clean(dataset, yaml, {.threads = 5});
    ASSERT_TRUE(test::succeeded(one));
    EXPECT_EQ(one->manifest.hash, five->manifest.hash);
    ASSERT_TRUE(test::succeeded(data::writePlan(*data::Dataset::open(dataset), *data::recipeFromYaml(yaml), folder / "plan")));
    std::string rows;
    for (int i = 1; i <= 3; ++i) rows += textOf(rowsOf(clean(dataset, yaml, {.shard = {i, 3}, .plan = folder / "plan"})->dataset));
    EXPECT_EQ(rows, textOf(rowsOf(one->dataset)));
}

TEST_F(LabelSteps, real_labels_that_were_swapped_are_found) {
    const auto file = test::sharedData() / "classify/ag_news_1500.csv";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no reference data";
    auto imported = importFile(file);
    ASSERT_TRUE(test::succeeded(imported));
    const auto label = imported->manifest.mapping.column("label");
    ASSERT_TRUE(label);
    const auto rows = rowsOf(imported->dataset);
    std::set<std::string> labels;
    for (const auto& row : rows) labels.insert(row[*label].is_string() ? row[*label].get<std::string>() : row[*label].dump());
    const std::vector<std::string> names(labels.begin(), labels.end());
    std::string text;
    std::set<std::size_t> swapped;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto row = rows[i];
        const auto given = row[*label].is_string() ? row[*label].get<std::string>() : row[*label].dump();
        const auto place = std::size_t(std::find(names.begin(), names.end(), given) - names.begin());
        const bool swap = i % 25 == 7;
        if (swap) swapped.insert(i);
        row[*label] = "class " + names[swap ? (place + 1 + i % (names.size() - 1)) % names.size() : place];
        text += row.dump() + "\n";
    }
    auto dirty = import("dirty.jsonl", text);
    auto result = clean(dirty->dataset, "steps: [suspect_labels: {label: " + *label + "}]");
    ASSERT_TRUE(test::succeeded(result));
    std::size_t found = 0, suspected = 0, place = 0;
    for (const auto& row : rowsOf(result->dataset)) {
        const bool doubted = !row["label_suggested"].is_null();
        suspected += doubted;
        found += doubted && swapped.count(place);
        ++place;
    }
    RecordProperty("precision", std::to_string(double(found) / double(suspected)));
    RecordProperty("recall", std::to_string(double(found) / double(swapped.size())));
    EXPECT_GE(double(found), 0.7 * double(swapped.size()));
    EXPECT_LE(suspected, rows.size() / 6);
}

TEST_F(LabelSteps, classes_are_brought_to_one_size) {
    std::string rows;
    for (int i = 0; i < 1000; ++i)
        rows += OrderedJson{{"text", "t" + std::to_string(i)},
                            {"label", i % 10 == 0  ? "rare"
                                      : i % 10 < 4 ? "some"
                                                   : "many"}}
                    .dump() +
                "\n";
    const auto sizes = [&](const std::string& parameters) {
        cleaned(rows, "steps: [balance_classes: {" + parameters + "}]");
        std::map<std::string, int> counts;
        for (const auto& row : rowsOf(report.dataset)) ++counts[row["label"]];
        return std::vector<int>{counts["rare"], counts["some"], counts["many"]};
    };
    EXPECT_EQ(sizes(""), (std::vector<int>{100, 100, 100}));
    EXPECT_EQ(step(0).dropped, 700);
    EXPECT_EQ(sizes("ratio: 2"), (std::vector<int>{100, 200, 200}));
    EXPECT_EQ(sizes("size: 250"), (std::vector<int>{100, 250, 250}));
    EXPECT_EQ(sizes("action: repeat"), (std::vector<int>{600, 600, 600}));
    EXPECT_EQ(step(0).added, 800);
    EXPECT_EQ(sizes("action: repeat, ratio: 4"), (std::vector<int>{150, 300, 600}));
    const auto first = cleaned(rows, "steps: [balance_classes]");
    EXPECT_EQ(cleaned(rows, "steps: [balance_classes: {seed: 42}]"), first);
    EXPECT_NE(cleaned(rows, "steps: [balance_classes: {seed: 43}]"), first);
}
