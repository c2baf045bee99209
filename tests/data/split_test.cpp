#include "data/split.h"

#include <map>

#include "data/data_fixture.h"
#include "data/profile.h"

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

TEST_F(Split, profile_counts_what_is_there) {
    auto report = import("rows.jsonl", "{\"text\":\"aa\",\"n\":1}\n{\"text\":\"aa\",\"n\":2}\n{\"text\":\"bbbb\",\"n\":null}\n");
    ASSERT_TRUE(test::succeeded(report));
    data::ProfileOptions options;
    options.cutoff = 3;
    auto profile = data::profileDataset(*data::Dataset::open(report->dataset), options);
    ASSERT_TRUE(test::succeeded(profile));
    EXPECT_EQ(profile->rows, 3);
    EXPECT_EQ(profile->exactDuplicates, 1);
    EXPECT_EQ(profile->columns[0].distinct, 2);
    EXPECT_EQ(profile->columns[1].nulls, 1);
    EXPECT_DOUBLE_EQ(profile->columns[1].spread->mean, 1.5);
    EXPECT_EQ(profile->length.longest, 4);
    EXPECT_EQ(profile->length.overCutoff, 1);
    EXPECT_TRUE(data::toJson(*profile)["duplicates"]["near"].is_null());
}
