#include "data/clean/plan.h"
#include "data/clean_fixture.h"

using namespace anneal;

namespace {

using MissingSteps = test::CleanTest;

constexpr const char* kRows =
    "{\"n\":1,\"x\":1.5,\"c\":\"red\"}\n{\"n\":null,\"x\":null,\"c\":\" \"}\n{\"n\":4,\"x\":2.5,\"c\":\"blue\"}\n"
    "{\"n\":null,\"x\":8.0,\"c\":\"red\"}\n{\"n\":10,\"x\":null,\"c\":null}\n";

}  // namespace

TEST_F(MissingSteps, rows_without_a_needed_value_go) {
    EXPECT_EQ(cleaned("{\"instruction\":\"a\",\"input\":\"\",\"output\":\" \"}\n{\"instruction\":\"a\",\"input\":\"\",\"output\":\"b\"}\n",
                      "steps: [drop_empty]"),
              "{\"instruction\":\"a\",\"input\":\"\",\"output\":\"b\"}\n");
    cleaned(kRows, "steps: [drop_empty: {columns: [n, c]}]");
    EXPECT_EQ(report.rowsOut, 2);
    EXPECT_EQ(cleaned("{\"messages\":[{\"role\":\"user\",\"content\":\" \"}]}\n{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}\n",
                      "steps: [drop_empty]"),
              "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}\n");
}

TEST_F(MissingSteps, gaps_are_filled_by_the_columns_own_figures) {
    EXPECT_EQ(cleaned(kRows, "steps: [fill_empty: {with: mean, columns: [n, x]}]"),
              "{\"n\":1,\"x\":1.5,\"c\":\"red\"}\n{\"n\":5,\"x\":4.0,\"c\":\" "
              "\"}\n{\"n\":4,\"x\":2.5,\"c\":\"blue\"}\n{\"n\":5,\"x\":8.0,\"c\":\"red\"}\n{\"n\":10,\"x\":4.0,\"c\":null}\n");
    EXPECT_EQ(step(0).changed, 3);
    EXPECT_EQ(step(0).changedCells, 4);
    cleaned(kRows, "steps: [fill_empty: {with: median}]");
    EXPECT_EQ(rowsOf(report.dataset)[1]["n"], 4);
    EXPECT_EQ(rowsOf(report.dataset)[1]["x"], 2.5);
    cleaned(kRows, "steps: [fill_empty: {with: mode, columns: [c]}]");
    EXPECT_EQ(rowsOf(report.dataset)[1]["c"], "red");
    EXPECT_EQ(rowsOf(report.dataset)[4]["c"], "red");
    cleaned(kRows, "steps: [fill_empty: {with: constant, value: none, columns: [c], blank_is_empty: false}]");
    EXPECT_EQ(rowsOf(report.dataset)[1]["c"], " ");
    EXPECT_EQ(rowsOf(report.dataset)[4]["c"], "none");
    cleaned(kRows, "steps: [fill_empty: {with: constant, value: 7, columns: [n, x]}]");
    EXPECT_EQ(rowsOf(report.dataset)[1]["n"], 7);
    EXPECT_EQ(rowsOf(report.dataset)[1]["x"], 7.0);
}

TEST_F(MissingSteps, the_last_value_above_fills_across_blocks_and_shards) {
    std::string rows;
    for (int i = 0; i < 9000; ++i) rows += i % 3000 == 500 ? "{\"v\":" + std::to_string(i) + "}\n" : "{\"v\":null}\n";
    const auto dataset = importInParts(rows, 1 << 14);
    const std::string yaml = "steps: [fill_empty: {with: previous, columns: [v]}]";
    auto whole = clean(dataset, yaml);
    ASSERT_TRUE(test::succeeded(whole));
    const auto filled = rowsOf(whole->dataset);
    EXPECT_TRUE(filled[499]["v"].is_null());
    for (const int row : {500, 501, 2047, 2048, 3499}) EXPECT_EQ(filled[std::size_t(row)]["v"], 500) << row;
    EXPECT_EQ(filled[8999]["v"], 6500);
    ASSERT_TRUE(test::succeeded(data::writePlan(*data::Dataset::open(dataset), *data::recipeFromYaml(yaml), folder / "plan")));
    std::string sharded;
    for (int i = 1; i <= 4; ++i) sharded += textOf(rowsOf(clean(dataset, yaml, {.shard = {i, 4}, .plan = folder / "plan"})->dataset));
    EXPECT_EQ(sharded, textOf(filled));
}

TEST_F(MissingSteps, a_value_that_does_not_fit_is_refused_before_anything_is_read) {
    EXPECT_EQ(errorOf(kRows, "steps: [fill_empty: {value: many, columns: [n]}]").code, "parameter_invalid");
    EXPECT_EQ(errorOf(kRows, "steps: [fill_empty: {with: mean, columns: [c]}]").code, "column_type");
    EXPECT_EQ(errorOf(kRows, "steps: [fill_empty: {with: mode}]").code, "parameter_invalid");
    EXPECT_EQ(errorOf(kRows, "steps: [fill_empty: {columns: [c]}]").code, "parameter_invalid");
}

TEST_F(MissingSteps, a_column_without_any_value_stays_empty) {
    EXPECT_EQ(cleaned("{\"a\":1,\"b\":null}\n{\"a\":2,\"b\":null}\n", "steps: [fill_empty: {with: mode, columns: [b]}]"),
              "{\"a\":1,\"b\":null}\n{\"a\":2,\"b\":null}\n");
}
