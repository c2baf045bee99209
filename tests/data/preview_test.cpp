#include "data/clean/preview.h"

#include <arrow/table.h>

#include "data/clean_fixture.h"

using namespace anneal;

namespace {

class Preview : public test::CleanTest {
protected:
    data::Dataset open(std::string_view rows) {
        auto imported = import("rows.jsonl", rows);
        EXPECT_TRUE(test::succeeded(imported));
        return *data::Dataset::open(imported->dataset);
    }
    static data::Recipe recipe(std::string_view yaml) { return *data::recipeFromYaml(yaml); }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) names.push_back(entry.path());
        std::sort(names.begin(), names.end());
        return names;
    }
};

std::string numbered(int count) {
    std::string rows;
    for (int i = 1; i <= count; ++i)
        rows += OrderedJson{{"text", (i % 3 == 0 ? " row " : "row ") + std::to_string(i % 7 == 0 ? 7 : i)}}.dump() + "\n";
    return rows;
}

}  // namespace

TEST_F(Preview, a_dry_run_counts_what_cleaning_counts_and_writes_nothing) {
    const auto dataset = open(numbered(5000));
    const std::string yaml = "steps: [trim, drop_duplicates, drop_length: {min: 6}]";
    const auto before = files();
    auto dry = data::dryRun(dataset, recipe(yaml), {.samples = 3, .threads = 2});
    ASSERT_TRUE(test::succeeded(dry));
    EXPECT_EQ(files(), before);
    auto result = clean(dataset.path(), yaml);
    ASSERT_EQ(dry->counts.size(), result->steps.size());
    for (std::size_t i = 0; i < dry->counts.size(); ++i) EXPECT_EQ(data::toJson(dry->counts[i]), data::toJson(result->steps[i]));
}

TEST_F(Preview, a_dry_run_shows_the_same_few_changes_and_drops_on_any_number_of_threads) {
    const auto dataset = open(numbered(9000));
    const auto made = recipe("steps: [trim, drop_duplicates]");
    const auto one = data::dryRun(dataset, made, {.samples = 4, .threads = 1}),
               two = data::dryRun(dataset, made, {.samples = 4, .threads = 5});
    ASSERT_TRUE(test::succeeded(one));
    EXPECT_EQ(data::toJson(*one), data::toJson(*two));
    ASSERT_EQ(one->samples[0].changes.size(), 4u);
    ASSERT_EQ(one->samples[1].drops.size(), 4u);
    for (const auto& change : one->samples[0].changes) {
        EXPECT_EQ(change.id.number % 3, 0);
        EXPECT_EQ(*change.before, " " + *change.after);
    }
    for (const auto& drop : one->samples[1].drops) EXPECT_EQ(drop.reason, "the same as row 7");
    EXPECT_GT(one->samples[1].drops.back().id.number, 3000);  // not just the first ones
    EXPECT_TRUE(data::dryRun(dataset, made, {.samples = 0})->samples[0].changes.empty());
}

TEST_F(Preview, a_window_shows_what_one_step_does_to_its_rows) {
    const auto dataset = open("{\"text\":\"\"}\n{\"text\":\" the caf\xC3\x83\xC2\xA9 \"}\n{\"text\":\"fine\"}\n{\"text\":\"far\"}\n");
    const auto made = recipe("steps: [drop_empty, repair_encoding, drop_length: {max: 4}]");
    auto preview = data::previewRecipe(dataset, made, 1, {1, 3});
    ASSERT_TRUE(test::succeeded(preview));
    EXPECT_EQ(preview->rows.ids, (std::vector<data::RowId>{{2, 0}, {3, 0}}));  // row 1 went before
    EXPECT_EQ(preview->rows.rows->num_rows(), 2);
    ASSERT_EQ(preview->changes.size(), 1u);
    const auto& change = preview->changes[0];
    EXPECT_EQ(change.id.number, 2);
    EXPECT_EQ(change.after, " the caf\xC3\xA9 ");
    using Kind = data::DiffSpan::Kind;
    const std::vector<data::DiffSpan> spans = {{Kind::same, 0, 8}, {Kind::removed, 8, 4}, {Kind::added, 8, 2}, {Kind::same, 12, 1}};
    EXPECT_EQ(change.spans, spans);
    EXPECT_FALSE(preview->provisional);
    preview = data::previewRecipe(dataset, made, 2, {1, 3});
    ASSERT_EQ(preview->drops.size(), 1u);
    EXPECT_EQ(preview->drops[0].id.number, 2);
}

TEST_F(Preview, a_step_that_must_see_all_rows_is_provisional_until_a_dry_run_has_seen_them) {
    const auto dataset = open(numbered(5000));
    const auto made = recipe("steps: [trim, drop_duplicates]");
    const data::RowWindow window{4995, 6};  // row 4998 repeats row 7, which is in another block
    auto preview = data::previewRecipe(dataset, made, 1, window);
    ASSERT_TRUE(test::succeeded(preview));
    EXPECT_TRUE(preview->provisional);
    ASSERT_EQ(preview->drops.size(), 1u);
    EXPECT_EQ(preview->drops[0].reason, "the same as row 4102");
    const auto known = data::dryRun(dataset, made, {});
    preview = data::previewRecipe(dataset, made, 1, window, &*known);
    EXPECT_FALSE(preview->provisional);
    ASSERT_EQ(preview->drops.size(), 1u);
    EXPECT_EQ(preview->drops[0].reason, "the same as row 7");
    EXPECT_EQ(preview->rows.ids.size(), 6u);
}

TEST_F(Preview, a_window_beyond_the_rows_is_empty_and_a_stop_is_heard) {
    const auto dataset = open(numbered(10));
    const auto made = recipe("steps: [trim]");
    auto preview = data::previewRecipe(dataset, made, 0, {100, 5});
    ASSERT_TRUE(test::succeeded(preview));
    EXPECT_EQ(preview->rows.rows->num_rows(), 0);
    base::StopToken stop;
    stop.requestStop();
    EXPECT_EQ(data::dryRun(dataset, made, {}, {}, stop).error().code, "stopped");
    EXPECT_EQ(data::previewRecipe(dataset, made, 0, {1, 5}, nullptr, stop).error().code, "stopped");
}
