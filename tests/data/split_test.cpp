#include "data/split.h"

#include <map>
#include <set>

#include "data/data_fixture.h"
#include "data/leakage.h"

using namespace anneal;

namespace {

class Split : public test::DataTest {
protected:
    std::string rowsText(int rows, int distinct) {
        std::string text;
        for (int i = 0; i < rows; ++i)
            text += "{\"sentence\":\"text " + std::to_string(i % distinct) + "\",\"label\":\"" +
                    (i % distinct % 4 == 0 ? "rare" : "common") + "\"}\n";
        return text;
    }
    std::vector<data::SplitPart> split(std::string_view rows, data::SplitOptions options) {
        auto imported = import("rows.jsonl", rows);
        EXPECT_TRUE(test::succeeded(imported));
        options.out = folder / ("split-" + std::to_string(count++));
        auto parts = data::splitDataset(*data::Dataset::open(imported->dataset), options);
        EXPECT_TRUE(test::succeeded(parts));
        return parts ? *parts : std::vector<data::SplitPart>();
    }
};

}  // namespace

TEST_F(Split, equal_rows_never_cross_and_the_seed_decides) {
    auto report = import("rows.jsonl", rowsText(1000, 400));
    ASSERT_TRUE(test::succeeded(report));
    auto dataset = data::Dataset::open(report->dataset);
    data::SplitOptions options;
    options.fractions = {{"train", 0.8}, {"validation", 0.1}, {"test", 0.1}};
    options.out = folder / "a";
    auto parts = data::splitDataset(*dataset, options);
    ASSERT_TRUE(test::succeeded(parts));
    std::map<std::string, std::string> where;
    std::int64_t total = 0;
    for (const auto& part : *parts) {
        total += part.rows;
        EXPECT_NEAR(double(part.rows), part.name == "train" ? 800 : 100, 6);
        for (const auto& row : rowsOf(part.dataset)) {
            const auto [found, fresh] = where.emplace(row["sentence"], part.name);
            EXPECT_EQ(found->second, part.name);
        }
    }
    EXPECT_EQ(total, 1000);
    options.out = folder / "b";
    auto again = data::splitDataset(*dataset, options);
    ASSERT_TRUE(test::succeeded(again));
    EXPECT_EQ(rowsOf((*again)[0].dataset), rowsOf((*parts)[0].dataset));
    options.seed = 7;
    options.out = folder / "c";
    auto other = data::splitDataset(*dataset, options);
    ASSERT_TRUE(test::succeeded(other));
    EXPECT_NE(rowsOf((*other)[0].dataset), rowsOf((*parts)[0].dataset));
}

TEST_F(Split, strata_keep_their_shares) {
    auto report = import("rows.jsonl", rowsText(1000, 1000));
    ASSERT_TRUE(test::succeeded(report));
    data::SplitOptions options;
    options.fractions = {{"train", 0.5}, {"test", 0.5}};
    options.stratify = "label";
    options.out = folder / "out";
    auto parts = data::splitDataset(*data::Dataset::open(report->dataset), options);
    ASSERT_TRUE(test::succeeded(parts));
    for (const auto& part : *parts) {
        int rare = 0;
        for (const auto& row : rowsOf(part.dataset)) rare += row["label"] == "rare";
        EXPECT_EQ(rare, 125);
    }
}

TEST_F(Split, fractions_are_checked) {
    auto report = import("rows.jsonl", rowsText(10, 10));
    data::SplitOptions options;
    options.fractions = {{"train", 0.9}, {"test", 0.3}};
    options.out = folder / "out";
    EXPECT_EQ(data::splitDataset(*data::Dataset::open(report->dataset), options).error().code, "split_invalid");
}

TEST_F(Split, rows_of_a_group_stay_together_even_through_equal_rows) {
    std::string rows;
    for (int i = 0; i < 600; ++i) rows += OrderedJson{{"text", "row " + std::to_string(i)}, {"patient", i / 3}, {"visit", i}}.dump() + "\n";
    // Equal in content to a row of another patient: both patients go together.
    rows += OrderedJson{{"text", "row 0"}, {"patient", 150}, {"visit", 600}}.dump() + "\n";
    data::SplitOptions options;
    options.fractions = {{"train", 0.7}, {"test", 0.3}};
    options.group = {"patient"};
    auto parts = split(rows, options);
    std::map<int, std::set<std::string>> where;
    for (const auto& part : parts)
        for (const auto& row : rowsOf(part.dataset)) where[row["patient"].get<int>()].insert(part.name);
    EXPECT_EQ(where.size(), 200u);
    for (const auto& [patient, names] : where) EXPECT_EQ(names.size(), 1u) << patient;
    EXPECT_EQ(where[0], where[150]);
    EXPECT_NEAR(double(parts[1].rows), 180, 8);
}

TEST_F(Split, by_time_the_latest_rows_are_the_test) {
    std::string rows;
    for (int i = 0; i < 1000; ++i) {
        const int day = i * 37 % 1000;
        rows += OrderedJson{{"text", "row " + std::to_string(i)}, {"day", day - 500}}.dump() + "\n";
    }
    data::SplitOptions options;
    options.fractions = {{"train", 0.6}, {"validation", 0.2}, {"test", 0.1}};
    options.time = "day";
    const auto parts = split(rows, options);
    const std::vector<std::pair<int, int>> expected = {{-500, 99}, {100, 299}, {300, 399}};
    for (std::size_t i = 0; i < 3; ++i) {
        int earliest = 1000, latest = -1000;
        for (const auto& row : rowsOf(parts[i].dataset)) {
            earliest = std::min(earliest, row["day"].get<int>());
            latest = std::max(latest, row["day"].get<int>());
        }
        EXPECT_EQ(std::pair(earliest, latest), expected[i]) << parts[i].name;
    }
    options.stratify = "text";
    options.out = folder / "both";
    auto imported = import("more.jsonl", rows);
    EXPECT_EQ(data::splitDataset(*data::Dataset::open(imported->dataset), options).error().code, "split_invalid");
}

TEST_F(Split, leaks_between_parts_are_counted_and_avoided) {
    std::string rows;
    for (int i = 0; i < 400; ++i) {
        const auto text =
            "the supplier delivers article " + std::to_string(i / 2 * 7919) + " to the warehouse in hall " + std::to_string(i / 2);
        rows += OrderedJson{{"text", i % 2 ? text + "." : text}}.dump() + "\n";
    }
    data::SplitOptions options;
    options.fractions = {{"train", 0.5}, {"test", 0.5}};
    const auto leaksOf = [&](const std::vector<data::SplitPart>& parts) {
        std::vector<std::pair<std::string, data::Dataset>> opened;
        for (const auto& part : parts) opened.emplace_back(part.name, *data::Dataset::open(part.dataset));
        return data::findLeaks(opened, 2)->at(0);
    };
    auto leak = leaksOf(split(rows, options));
    EXPECT_EQ(leak.exact, 0);
    EXPECT_GT(leak.near, 50);
    options.near = 0.8;
    leak = leaksOf(split(rows, options));
    EXPECT_EQ(leak.near, 0);
    // The same rows twice.
    const auto parts = split(rows, options);
    std::vector<std::pair<std::string, data::Dataset>> same;
    for (int i = 0; i < 2; ++i) same.emplace_back(std::to_string(i), *data::Dataset::open(parts[0].dataset));
    leak = data::findLeaks(same, 2)->at(0);
    EXPECT_EQ(leak.exact, parts[0].rows);
    EXPECT_EQ(leak.near, 0);
}
