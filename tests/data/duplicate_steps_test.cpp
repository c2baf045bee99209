#include <random>

#include "data/clean/explain.h"
#include "data/clean_fixture.h"
#include "data/detect/near_rows.h"

using namespace anneal;

namespace {

using DuplicateSteps = test::CleanTest;

std::string reasonOf(const std::filesystem::path& dataset, std::int64_t row) {
    const auto explanation = data::explainRow(*data::Dataset::open(dataset), row);
    if (!explanation) return explanation.error().code;
    for (const auto& step : explanation->copies.front().steps)
        if (step.dropped) return *step.dropped;
    return "kept";
}

std::string row(const std::string& text, const std::string& group = "x") {
    return OrderedJson{{"text", text}, {"group", group}}.dump() + "\n";
}

/// Sentences of made-up words, some of them repeated with a few words changed.
std::vector<std::string> alikeTexts(std::size_t count, unsigned seed) {
    std::mt19937 draw(seed);
    std::vector<std::string> texts;
    const auto word = [&] {
        std::string letters;
        for (unsigned i = 0; i < 3 + draw() % 6; ++i) letters += char('a' + draw() % 26);
        return letters;
    };
    while (texts.size() < count) {
        std::vector<std::string> words;
        for (unsigned i = 0; i < 12 + draw() % 20; ++i) words.push_back(word());
        for (unsigned copies = draw() % 4; copies + 1 > 0 && texts.size() < count; --copies) {
            std::string text;
            for (const auto& one : words) text += one + " ";
            texts.push_back(text);
            for (unsigned changes = 1 + draw() % 3; changes > 0; --changes) words[draw() % words.size()] = word();
            if (copies == 0) break;
        }
    }
    std::shuffle(texts.begin(), texts.end(), draw);
    return texts;
}

double jaccard(const std::string& a, const std::string& b, int n) {
    const auto grams = [n](const std::string& text) {
        std::set<std::string> set;
        for (std::size_t i = 0; i + std::size_t(n) <= text.size(); ++i) set.insert(text.substr(i, std::size_t(n)));
        return set;
    };
    const auto x = grams(a), y = grams(b);
    std::size_t common = 0;
    for (const auto& gram : x) common += y.count(gram);
    return double(common) / double(x.size() + y.size() - common);
}

}  // namespace

TEST_F(DuplicateSteps, the_first_of_equal_rows_stays_and_is_named) {
    cleaned("{\"text\":\"a\",\"id\":1}\n{\"text\":\"b\",\"id\":2}\n{\"text\":\"a\",\"id\":3}\n", "steps: [drop_duplicates]");
    EXPECT_EQ(report.rowsOut, 2);
    EXPECT_EQ(reasonOf(report.dataset, 3), "the same as row 1");
    EXPECT_EQ(cleaned("{\"text\":\"a\",\"id\":1}\n{\"text\":\"a\",\"id\":3}\n", "steps: [drop_duplicates: {keep: last}]"),
              "{\"text\":\"a\",\"id\":3}\n");
    EXPECT_EQ(reasonOf(report.dataset, 1), "the same as row 2");
}

TEST_F(DuplicateSteps, columns_and_what_is_ignored_decide_what_is_equal) {
    const std::string rows =
        "{\"text\":\"Hello, World\",\"id\":1}\n{\"text\":\"hello world\",\"id\":2}\n{\"text\":\"hello  world \",\"id\":1}\n";
    const auto left = [&](const std::string& parameters) {
        cleaned(rows, "steps: [drop_duplicates: {" + parameters + "}]");
        return report.rowsOut;
    };
    EXPECT_EQ(left(""), 3);
    EXPECT_EQ(left("columns: [id]"), 2);
    EXPECT_EQ(left("ignore: [space]"), 2);
    EXPECT_EQ(left("ignore: [case, punctuation]"), 2);
    EXPECT_EQ(left("ignore: [case, space, punctuation]"), 1);
    EXPECT_EQ(left("columns: [text, id], ignore: [case, space, punctuation]"), 2);
}

TEST_F(DuplicateSteps, rows_of_another_data_set_may_go_too) {
    auto test = import("test.jsonl", row("held out question about the notice period of a contract") + row("other"));
    ASSERT_TRUE(test::succeeded(test));
    const auto rows = row("held out question about the notice period of a contract") +
                      row("Held out question about the notice period of contract") + row("mine");
    const auto against = ", against: " + test->dataset.string() + "}]";
    EXPECT_EQ(cleaned(rows, "steps: [drop_duplicates: {columns: [text]" + against),
              row("Held out question about the notice period of contract") + row("mine"));
    EXPECT_NE(reasonOf(report.dataset, 1).find("row 1 of dataset-"), std::string::npos) << reasonOf(report.dataset, 1);
    EXPECT_EQ(cleaned(rows, "steps: [drop_near_duplicates: {threshold: 0.7" + against), row("mine"));
}

TEST_F(DuplicateSteps, near_duplicates_say_how_alike_they_are) {
    cleaned(row("the supplier may end this agreement with a notice of thirty days") + row("something else altogether, about the weather") +
                row("The supplier may end this agreement with a notice of ninety days"),
            "steps: [drop_near_duplicates: {threshold: 0.6}]");
    EXPECT_EQ(report.rowsOut, 2);
    EXPECT_EQ(reasonOf(report.dataset, 3), "76 % the same as row 1");
}

TEST_F(DuplicateSteps, the_longest_stays_if_asked_and_groups_are_apart) {
    const auto rows = row("one two three four five six seven eight", "a") + row("one two three four five six seven eight nine", "a") +
                      row("one two three four five six seven eight", "b");
    EXPECT_EQ(cleaned(rows, "steps: [drop_near_duplicates: {keep: longest}]"), row("one two three four five six seven eight nine", "a"));
    EXPECT_EQ(cleaned(rows, "steps: [drop_near_duplicates: {keep: longest, within: group}]"),
              row("one two three four five six seven eight nine", "a") + row("one two three four five six seven eight", "b"));
    EXPECT_EQ(cleaned(rows, "steps: [drop_near_duplicates: {unit: words, ngram: 3, threshold: 0.9}]"),
              row("one two three four five six seven eight", "a") + row("one two three four five six seven eight nine", "a"));
}

TEST_F(DuplicateSteps, every_twin_is_truly_alike_and_few_are_missed) {
    const auto texts = alikeTexts(1500, 7);
    data::NearOptions options;
    options.threshold = 0.7;
    auto rows = data::NearRows::create(options, folder.path());
    ASSERT_TRUE(test::succeeded(rows));
    for (std::size_t i = 0; i < texts.size(); ++i) ASSERT_TRUE(rows->add(rows->sketch(texts[i]), i));
    auto found = rows->find(2, {}, {});
    ASSERT_TRUE(test::succeeded(found));
    // The same by brute force: in order, each with the rows kept so far.
    std::set<std::size_t> dropped, expected;
    const auto folded = [](const std::string& text) { return text.substr(0, text.size() - 1); };
    for (const auto& twin : found->twins) {
        dropped.insert(twin.row);
        EXPECT_GE(twin.similarity, 0.7f);
        EXPECT_NEAR(twin.similarity, jaccard(folded(texts[twin.row]), folded(texts[twin.other]), 5), 1e-6);
    }
    for (const auto& twin : found->twins) EXPECT_EQ(dropped.count(twin.other), 0u);
    std::vector<std::set<std::string>> kept;
    std::vector<std::set<std::string>> grams;
    for (const auto& text : texts) {
        auto& set = grams.emplace_back();
        const auto whole = folded(text);
        for (std::size_t i = 0; i + 5 <= whole.size(); ++i) set.insert(whole.substr(i, 5));
    }
    std::vector<std::size_t> keptRows;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const bool twin = std::any_of(keptRows.begin(), keptRows.end(), [&](std::size_t other) {
            std::size_t common = 0;
            for (const auto& gram : grams[i]) common += grams[other].count(gram);
            return double(common) >= 0.7 * double(grams[i].size() + grams[other].size() - common);
        });
        if (twin)
            expected.insert(i);
        else
            keptRows.push_back(i);
    }
    ASSERT_GT(expected.size(), 150u);
    std::size_t missed = 0;
    for (const auto one : expected) missed += dropped.count(one) == 0;
    EXPECT_LE(missed, expected.size() / 100);
}

TEST_F(DuplicateSteps, a_crowd_of_similar_rows_is_not_compared_pair_by_pair) {
    // 5,000 rows that all share most of their text but not enough to be twins: quadratic without bounds.
    data::NearOptions options;
    options.threshold = 0.9;
    auto rows = data::NearRows::create(options, folder.path());
    for (std::size_t i = 0; i < 5000; ++i)
        ASSERT_TRUE(rows->add(rows->sketch("dear customer, your order has left our house and will reach you soon: " +
                                           std::to_string(i * 7919 % 100003) + " " + std::to_string(i * 104729 % 1000003)),
                              i));
    auto found = rows->find(2, {}, {});
    ASSERT_TRUE(test::succeeded(found));
    EXPECT_LE(found->verified, 5000 * 256);  // of 12,497,500 pairs
}
