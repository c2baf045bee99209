#include "data/clean/explain.h"
#include "data/clean/plan.h"
#include "data/clean_fixture.h"
#include "data/detect/pii.h"

using namespace anneal;

namespace {

using PrivacySteps = test::CleanTest;

/// Files under the folder that hold the text.
std::vector<std::string> filesWith(const std::filesystem::path& folder, std::string_view text) {
    std::vector<std::string> files;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder))
        if (file.is_regular_file() && base::readFile(file.path())->find(text) != std::string::npos) files.push_back(file.path());
    return files;
}

}  // namespace

TEST_F(PrivacySteps, the_written_cases_are_found_and_nothing_else) {
    std::ifstream file(std::filesystem::path(ANNEAL_SOURCE_DIR) / "tests/data/fixtures/pii_cases.jsonl");
    int right = 0, missed = 0, wrong = 0, cases = 0;
    for (std::string line; std::getline(file, line); ++cases) {
        const auto one = OrderedJson::parse(line);
        const std::string text = one["text"];
        std::multiset<std::pair<std::string, std::string>> expected, found;
        for (const auto& entry : one["pii"]) expected.emplace(entry[0], entry[1]);
        for (const auto& span : data::findPii(text)) found.emplace(data::piiName(span.kind), text.substr(span.begin, span.size));
        for (const auto& entry : expected) {
            const bool hit = found.count(entry) > 0;
            right += hit;
            missed += !hit;
            if (!hit) ADD_FAILURE() << "missed " << entry.first << " " << entry.second << " in: " << text;
        }
        for (const auto& entry : found) {
            const bool hit = expected.count(entry) > 0;
            wrong += !hit;
            if (!hit) ADD_FAILURE() << "wrongly " << entry.first << " " << entry.second << " in: " << text;
        }
    }
    ASSERT_GT(cases, 100);
    RecordProperty("precision", std::to_string(double(right) / (right + wrong)));
    RecordProperty("recall", std::to_string(double(right) / (right + missed)));
}

TEST_F(PrivacySteps, equal_values_share_a_number_within_the_row) {
    EXPECT_EQ(cleanedText("a@b.io to c@d.io, copy A@B.io", "mask_pii"), "[EMAIL_1] to [EMAIL_2], copy [EMAIL_1]");
    EXPECT_EQ(step(0).tally.at("email"), 3);
    EXPECT_EQ(cleanedText("call 415-555-2671 or (415) 555-2671", "mask_pii"), "call [PHONE_1] or [PHONE_1]");
    EXPECT_EQ(cleanedText("a@b.io", "{mask_pii: {number: none}}"), "[EMAIL]");
    EXPECT_EQ(cleanedText("a@b.io from 93.184.216.34", "{mask_pii: {kinds: [ip]}}"), "a@b.io from [IP_1]");
}

TEST_F(PrivacySteps, equal_values_share_a_number_within_the_data_set_and_the_plan_holds_none_of_them) {
    std::string rows;
    for (int i = 0; i < 5000; ++i)
        rows += OrderedJson{{"text", "write to user" + std::to_string(i * 7 % 900) + "@example.com"}}.dump() + "\n";
    const auto dataset = importInParts(rows);
    const std::string yaml = "steps: [mask_pii: {number: dataset}]";
    auto whole = clean(dataset, yaml);
    ASSERT_TRUE(test::succeeded(whole));
    const auto masked = rowsOf(whole->dataset);
    EXPECT_EQ(masked[0]["text"], "write to [EMAIL_1]");
    EXPECT_EQ(masked[1]["text"], "write to [EMAIL_2]");
    EXPECT_EQ(masked[900]["text"], "write to [EMAIL_1]");
    auto opened = data::Dataset::open(dataset);
    ASSERT_TRUE(test::succeeded(data::writePlan(*opened, *data::recipeFromYaml(yaml), folder / "plan")));
    std::string sharded;
    for (int i = 1; i <= 3; ++i) sharded += textOf(rowsOf(clean(dataset, yaml, {.shard = {i, 3}, .plan = folder / "plan"})->dataset));
    EXPECT_EQ(sharded, textOf(masked));
    EXPECT_EQ(filesWith(folder / "plan", "example.com"), std::vector<std::string>());
}

TEST_F(PrivacySteps, the_trace_does_not_tell_what_was_masked) {
    auto imported = import("rows.jsonl", "{\"text\":\"  mail bob@corp.com please \"}\n");
    auto result = clean(imported->dataset, "steps: [trim, mask_pii]");
    ASSERT_TRUE(test::succeeded(result));
    EXPECT_EQ(filesWith(result->dataset, "bob@"), std::vector<std::string>());
    // With the data set that was cleaned the values are to be had; without it they are not.
    auto with = data::explainRow(*data::Dataset::open(result->dataset), 1);
    ASSERT_TRUE(test::succeeded(with));
    EXPECT_EQ(with->copies[0].steps[1].changes[0].before, "mail bob@corp.com please");
    EXPECT_EQ(with->copies[0].steps[1].changes[0].after, "mail [EMAIL_1] please");
    std::filesystem::remove_all(imported->dataset);
    auto without = data::explainRow(*data::Dataset::open(result->dataset), 1);
    ASSERT_TRUE(test::succeeded(without));
    EXPECT_TRUE(without->copies[0].steps[1].changes[0].hidden);
    EXPECT_TRUE(without->copies[0].steps[0].changes[0].partial);
}

TEST_F(PrivacySteps, a_row_of_little_but_personal_data_goes_if_asked) {
    EXPECT_EQ(cleanedText("Signed: bob@corp.com, 415-555-2671", "{mask_pii: {min_words: 3}}"), "(dropped)");
    EXPECT_EQ(cleanedText("please write to bob@corp.com", "{mask_pii: {min_words: 3}}"), "please write to [EMAIL_1]");
    EXPECT_EQ(cleanedText("short", "{mask_pii: {min_words: 3}}"), "short");
}

TEST_F(PrivacySteps, real_texts_are_left_alone_but_for_what_they_hold) {
    const auto file = test::sharedData() / "corpus/c4_demo.jsonl";  // rows with e-mail and phone were taken out by its collector
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no reference data";
    auto imported = importFile(file);
    auto result = clean(imported->dataset, "steps: [mask_pii]");
    ASSERT_TRUE(test::succeeded(result));
    EXPECT_LE(result->steps[0].tally["email"], 0);
    EXPECT_LE(result->steps[0].changed, result->rowsIn / 20);
}
