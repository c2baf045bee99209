#include <algorithm>

#include "base/files.h"
#include "command.h"

using namespace anneal;

namespace {

class DataVerbs : public testing::Test {
protected:
    void SetUp() override {
        std::string rows;
        for (int i = 1; i <= 3000; ++i) rows += "{\"text\":\" row " + std::to_string(i % 100 == 0 ? 1 : i) + "\"}\n";
        test::write(folder / "rows.jsonl", rows);
        test::write(folder / "recipe.yaml", "steps: [trim, drop_duplicates]\n");
        ASSERT_EQ(call({"import", folder / "rows.jsonl", "--out", folder / "ds"}).code, 0);
    }
    test::Answer call(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "data");
        return test::anneal(folder.path(), std::move(arguments));
    }
    test::Answer clean(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"clean", folder / "ds", "--recipe", folder / "recipe.yaml"});
        return call(std::move(arguments));
    }
    test::TemporaryFolder folder;
};

}  // namespace

TEST_F(DataVerbs, steps_lists_every_step_with_its_parameters) {
    const auto all = call({"steps"});
    ASSERT_EQ(all.code, 0);
    EXPECT_GT(all.document["steps"].size(), 20u);
    for (const auto& step : all.document["steps"])
        for (const auto* field : {"step", "family", "summary", "parameters"}) EXPECT_TRUE(step.contains(field)) << step;
    const auto one = call({"steps", "drop_near_duplicates"});
    ASSERT_EQ(one.document["steps"].size(), 1u);
    const auto& parameters = one.document["steps"][0]["parameters"];
    const auto threshold = std::find_if(parameters.begin(), parameters.end(), [](const auto& each) { return each["name"] == "threshold"; });
    EXPECT_EQ((*threshold)["default"], 0.8);
    EXPECT_EQ((*threshold)["max"], 1);
    EXPECT_EQ(test::errorCode(call({"steps", "trimm"})), "step_unknown");
}

TEST_F(DataVerbs, a_dry_run_counts_and_shows_without_writing) {
    const auto answer = clean({"--dry-run", "--sample", "2", "--out", folder / "out"});
    ASSERT_EQ(answer.code, 0);
    EXPECT_EQ(answer.document["rows_in"], 3000);
    EXPECT_EQ(answer.document["rows_out"], 2970);
    const auto& steps = answer.document["steps"];
    EXPECT_EQ(steps[0]["changed"], 3000);
    ASSERT_EQ(steps[0]["samples"]["changed"].size(), 2u);
    EXPECT_EQ(steps[0]["samples"]["changed"][0]["before"].get<std::string>(),
              " " + steps[0]["samples"]["changed"][0]["after"].get<std::string>());
    EXPECT_EQ(steps[1]["samples"]["dropped"][0]["reason"], "the same as row 1");
    EXPECT_FALSE(std::filesystem::exists(folder / "out"));
}

TEST_F(DataVerbs, a_cleaned_row_can_be_asked_why) {
    ASSERT_EQ(clean({"--out", folder / "out"}).code, 0);
    auto answer = call({"explain", folder / "out", "--row", "200"});
    ASSERT_EQ(answer.code, 0);
    EXPECT_EQ(answer.document["copies"][0]["kept"], false);
    EXPECT_EQ(answer.document["copies"][0]["steps"][1]["dropped"], "the same as row 1");
    answer = call({"explain", folder / "out", "--place", "101"});  // row 100 is gone
    EXPECT_EQ(answer.document["row"], 102);
    EXPECT_EQ(answer.document["copies"][0]["steps"][0]["changes"][0]["before"], " row 102");
    EXPECT_EQ(test::errorCode(call({"explain", folder / "out", "--row", "3001"})), "row_unknown");
    EXPECT_EQ(test::errorCode(call({"explain", folder / "ds", "--row", "1"})), "not_cleaned");
}

TEST_F(DataVerbs, shards_with_a_plan_give_the_rows_of_one_run) {
    const auto whole = clean({"--out", folder / "whole"});
    EXPECT_EQ(test::errorCode(clean({"--shard", "1/2", "--out", folder / "part"})), "plan_needed");
    EXPECT_EQ(test::errorCode(clean({"--shard", "3/2", "--out", folder / "part"})), "option_invalid");
    const auto plan = clean({"--plan", folder / "plan"});
    ASSERT_EQ(plan.code, 0);
    EXPECT_EQ(plan.document["rows_out"], whole.document["rows_out"]);
    std::int64_t rows = 0;
    for (const auto* shard : {"1/2", "2/2"}) {
        const auto part = clean({"--shard", shard, "--plan", folder / "plan", "--out", folder / std::string(shard).substr(0, 1)});
        ASSERT_EQ(part.code, 0) << shard;
        rows += part.document["rows_out"].get<std::int64_t>();
    }
    EXPECT_EQ(rows, whole.document["rows_out"]);
}

TEST_F(DataVerbs, features_are_listed_and_made_from_related_tables) {
    test::write(folder / "shops.csv", "id,city\n1,Delft\n2,Gent\n");
    test::write(folder / "sales.csv", "id,shop,time,amount\n1,1,2024-01-01,5\n2,1,2024-01-03,7\n3,2,2024-01-02,4\n");
    test::write(folder / "set.yaml",
                "tables:\n  shops: {data: shops.csv, index: id}\n  sales: {data: sales.csv, index: id, time_index: time}\n"
                "relationships: [shops.id <- sales.shop]\n");
    const std::vector<std::string> ask = {"features", folder / "set.yaml", "--target", "shops", "--agg", "count,sum", "--trans", "none"};
    auto arguments = ask;
    arguments.push_back("--list");
    auto answer = call(arguments);
    ASSERT_EQ(answer.code, 0);
    ASSERT_EQ(answer.document["features"].size(), 3u);
    EXPECT_EQ(answer.document["features"][2]["name"], "SUM(sales.amount)");
    arguments = ask;
    arguments.insert(arguments.end(), {"--cutoff", "2024-01-02", "--out", folder / "made", "--text", "{city} sold {SUM(sales.amount)}"});
    answer = call(arguments);
    ASSERT_EQ(answer.code, 0);
    EXPECT_EQ(answer.document["rows"], 2);
    EXPECT_EQ(answer.document["features"], 3);
    EXPECT_EQ(answer.document["cutoff"], "2024-01-02 00:00:00");
    EXPECT_EQ(answer.document["columns"][4]["name"], "features_text");
    EXPECT_EQ(test::errorCode(call(arguments)), "already_exists");
    arguments[3] = "shop";
    EXPECT_EQ(test::errorCode(call(arguments)), "table_unknown");
    EXPECT_GT(call({"features"}).document["primitives"].size(), 50u);
}

TEST_F(DataVerbs, a_profile_is_told_and_written_as_a_report) {
    const auto answer = call({"profile", folder / "ds", "--cutoff", "7", "--against", folder / "ds", "--html", folder / "report.html"});
    ASSERT_EQ(answer.code, 0);
    EXPECT_EQ(answer.document["rows"], 3000);
    EXPECT_EQ(answer.document["columns"][0]["distinct"], 2970);
    EXPECT_EQ(answer.document["duplicates"]["exact"], 30);
    EXPECT_TRUE(answer.document["duplicates"]["near"].is_number());
    EXPECT_EQ(answer.document["duplicates"]["shared"][0]["exact"], 3000);
    EXPECT_EQ(answer.document["length"]["over_cutoff"], 2871);
    EXPECT_NE(base::readFile(folder / "report.html")->find("drop_duplicates"), std::string::npos);
    EXPECT_NE(call({"profile", folder / "ds", "--near", "0.1"}).code, 0);
}

TEST_F(DataVerbs, a_split_says_which_rows_leak) {
    const auto answer = call({"split", folder / "ds", "--train", "0.8", "--test", "0.2", "--out", folder / "parts"});
    ASSERT_EQ(answer.code, 0);
    ASSERT_EQ(answer.document["splits"].size(), 2u);
    ASSERT_EQ(answer.document["leaks"].size(), 1u);
    EXPECT_EQ(answer.document["leaks"][0]["part"], "test");
    EXPECT_EQ(answer.document["leaks"][0]["exact"], 0);
    const auto unchecked = call({"split", folder / "ds", "--train", "1", "--group", "text", "--no-check", "--out", folder / "whole"});
    ASSERT_EQ(unchecked.code, 0);
    EXPECT_FALSE(unchecked.document.contains("leaks"));
    EXPECT_EQ(test::errorCode(call({"split", folder / "ds", "--group", "txt", "--out", folder / "none"})), "column_unknown");
}
