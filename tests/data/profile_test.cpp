#include "data/profile.h"

#include <cmath>
#include <random>
#include <set>

#include "data/data_fixture.h"
#include "data/detect/distinct.h"
#include "data/profile/report.h"

using namespace anneal;

namespace {

class Profile : public test::DataTest {
protected:
    data::Dataset imported(const std::string& name, std::string_view text, std::size_t blockBytes = 1 << 16) {
        data::ImportOptions options;
        options.reading.blockBytes = blockBytes;
        auto report = import(name, text, options);
        EXPECT_TRUE(test::succeeded(report));
        return *data::Dataset::open(report->dataset);
    }
    static data::Profile of(const data::Dataset& dataset, data::ProfileOptions options = {}) {
        if (options.threads == 0) options.threads = 2;
        auto profile = data::profileDataset(dataset, options);
        EXPECT_TRUE(test::succeeded(profile));
        return profile ? *profile : data::Profile();
    }
};

const data::Tally& named(const std::vector<data::Tally>& tallies, std::string_view name) {
    for (const auto& one : tallies)
        if (one.name == name) return one;
    throw std::runtime_error(std::string(name));
}

double quantileOf(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    const double at = share * double(values.size() - 1);
    const auto below = std::size_t(at);
    return below + 1 < values.size() ? values[below] + (at - double(below)) * (values[below + 1] - values[below]) : values.back();
}

std::string chat(std::initializer_list<std::pair<const char*, const char*>> turns) {
    auto messages = OrderedJson::array();
    for (const auto& [role, content] : turns) messages.push_back({{"role", role}, {"content", content}});
    return OrderedJson{{"messages", messages}}.dump() + "\n";
}

}  // namespace

TEST_F(Profile, counts_what_is_there) {
    const auto dataset = imported("rows.jsonl", "{\"text\":\"aa\",\"n\":1}\n{\"text\":\"aa\",\"n\":2}\n{\"text\":\"bbbb\",\"n\":null}\n");
    data::ProfileOptions options;
    options.cutoff = 3;
    const auto profile = of(dataset, options);
    EXPECT_EQ(profile.rows, 3);
    EXPECT_EQ(profile.exactDuplicates, 1);
    EXPECT_EQ(profile.nearDuplicates, 0);
    EXPECT_EQ(profile.columns[0].distinct, 2);
    EXPECT_EQ(profile.columns[0].top[0].value, "aa");
    EXPECT_EQ(profile.columns[1].nulls, 1);
    EXPECT_DOUBLE_EQ(profile.columns[1].spread->mean, 1.5);
    EXPECT_EQ(profile.length.longest, 4);
    EXPECT_EQ(profile.length.overCutoff, 1);
    options.near = 0;
    EXPECT_TRUE(data::toJson(of(dataset, options))["duplicates"]["near"].is_null());
    options.countTokens = [](std::string_view text) { return std::int64_t(text.size() / 2); };
    options.cutoff = 1;
    const auto tokens = of(dataset, options).length;
    EXPECT_EQ(tokens.unit, "tokens");
    EXPECT_EQ(tokens.longest, 2);
    EXPECT_EQ(tokens.overCutoff, 1);
}

TEST_F(Profile, numbers_are_exact_however_many_there_are) {
    std::mt19937 draw(5);
    std::normal_distribution<double> normal(100, 15);
    std::string text = "id,size,twice,noise,day\n";
    std::vector<double> sizes;
    for (int i = 0; i < 20000; ++i) {
        const double size = i % 1000 == 0 ? 500 + i : std::round(normal(draw));
        sizes.push_back(size);
        text += std::to_string(i) + "," + std::to_string(int(size)) + "," + std::to_string(-2 * int(size)) + "," +
                std::to_string(draw() % 1000) + ",2024-01-" + (i % 2 ? "05" : "25") + "\n";
    }
    const auto profile = of(imported("rows.csv", text));
    const auto& size = profile.columns[1];
    EXPECT_EQ(profile.columns[0].distinct, 20000);
    EXPECT_EQ(std::size_t(size.distinct), std::set<double>(sizes.begin(), sizes.end()).size());
    for (std::size_t i = 0; i < data::kQuantiles.size(); ++i)
        EXPECT_DOUBLE_EQ((*size.quantiles)[i], quantileOf(sizes, data::kQuantiles[i])) << data::kQuantiles[i];
    double mean = 0, squares = 0;
    for (const double value : sizes) mean += value / double(sizes.size());
    for (const double value : sizes) squares += (value - mean) * (value - mean);
    const double deviation = std::sqrt(squares / double(sizes.size() - 1));
    EXPECT_NEAR(size.spread->mean, mean, 1e-9 * mean);
    EXPECT_NEAR(size.spread->deviation, deviation, 1e-9 * deviation);
    const double lower = quantileOf(sizes, 0.25), upper = quantileOf(sizes, 0.75), reach = 1.5 * (upper - lower);
    std::int64_t sigma = 0, fences = 0, both = 0, counted = 0;
    for (const double value : sizes) {
        const bool far = std::abs(value - mean) > 3 * deviation, outside = value < lower - reach || value > upper + reach;
        sigma += far;
        fences += outside;
        both += far && outside;
    }
    EXPECT_GT(both, 15);
    EXPECT_EQ(std::tuple(size.outliersSigma, size.outliersIqr, size.outliersBoth), std::tuple(sigma, fences, both));
    for (const auto count : size.histogram.counts) counted += count;
    EXPECT_EQ(counted, 20000);
    EXPECT_EQ(profile.correlations[0].one, "size");
    EXPECT_EQ(profile.correlations[0].other, "twice");
    EXPECT_NEAR(profile.correlations[0].coefficient, -1, 1e-9);
    for (const auto& pair : profile.correlations) {
        if (pair.other != "noise") continue;
        EXPECT_LT(std::abs(pair.coefficient), 0.05) << pair.one;
    }
    const auto& day = profile.columns[4];
    EXPECT_EQ(day.unit, "days");
    EXPECT_EQ(day.lowest, "2024-01-05");
    EXPECT_EQ(day.highest, "2024-01-25");
    EXPECT_EQ(day.distinct, 2);
    EXPECT_EQ(day.top[0].count, 10000);
}

TEST_F(Profile, distinct_values_are_counted_exactly_beyond_what_memory_keeps) {
    auto count = data::DistinctCount::create(folder.path());
    ASSERT_TRUE(test::succeeded(count));
    for (std::uint64_t i = 0; i < 300'000; ++i)
        ASSERT_TRUE(count->add({i * 0x9E3779B97F4A7C15u, i % 7 * 31, (i / 3) * 0x9E3779B97F4A7C15u}));
    EXPECT_EQ(*count->count({}), 300'000 + 6);
}

TEST_F(Profile, near_duplicates_and_rows_of_other_data_sets_are_told_apart_from_exact_ones) {
    const auto sentence = [](int i) {
        std::mt19937 draw{unsigned(i)};
        std::string text;
        for (int letter = 0; letter < 60; ++letter) text += letter % 7 == 6 ? ' ' : char('a' + draw() % 26);
        return text;
    };
    std::string rows, others;
    for (int i = 0; i < 300; ++i) rows += OrderedJson{{"text", sentence(i)}, {"id", i}}.dump() + "\n";
    for (int i = 0; i < 40; ++i) rows += OrderedJson{{"text", sentence(i)}, {"id", 1000 + i}}.dump() + "\n";
    for (int i = 40; i < 70; ++i) rows += OrderedJson{{"text", sentence(i) + "!"}, {"id", 1000 + i}}.dump() + "\n";
    for (int i = 100; i < 110; ++i) others += OrderedJson{{"text", sentence(i)}, {"id", 0}}.dump() + "\n";
    for (int i = 200; i < 205; ++i) others += OrderedJson{{"text", sentence(i) + "!"}, {"id", 0}}.dump() + "\n";
    data::ProfileOptions options;
    options.against = {{"test", imported("others.jsonl", others)}};
    const auto profile = of(imported("rows.jsonl", rows), options);
    EXPECT_EQ(profile.exactDuplicates, 40);
    EXPECT_EQ(profile.nearDuplicates, 30);
    ASSERT_EQ(profile.shared.size(), 1u);
    EXPECT_EQ(profile.shared[0].with, "test");
    EXPECT_EQ(profile.shared[0].exact, 10);
    EXPECT_EQ(profile.shared[0].near, 5);
}

TEST_F(Profile, texts_tell_languages_personal_data_and_damage) {
    const std::string rows = R"({"text":"The contract ends when either party gives notice in writing.","label":"end"})"
                             "\n"
                             R"({"text":"Write to anna@example.org or bob@example.org about the delivery of the goods.","label":"mail"})"
                             "\n"
                             R"({"text":"供应商应当在双方约定的地点交付货物，买方可以解除合同。","label":"end"})"
                             "\n"
                             R"({"text":"The cafÃ© on the corner is open every day of the week.","label":null})"
                             "\n"
                             R"({"text":"A letter was lost here: the price is \uFFFD\uFFFD euros a piece.","label":"end"})"
                             "\n";
    const auto profile = of(imported("rows.jsonl", rows));
    EXPECT_EQ(named(profile.languages, "en").rows, 4);
    EXPECT_EQ(named(profile.languages, "zh-Hans").first, 3);
    EXPECT_EQ(named(profile.personal, "email").rows, 1);
    EXPECT_EQ(named(profile.personal, "email").places, 2);
    EXPECT_EQ(named(profile.personal, "email").first, 2);
    EXPECT_EQ(named(profile.personal, "card").rows, 0);
    EXPECT_EQ(named(profile.encoding, "misread").first, 4);
    EXPECT_EQ(named(profile.encoding, "misread").rows, 1);
    EXPECT_EQ(named(profile.encoding, "damaged").first, 5);
    ASSERT_TRUE(profile.labels);
    EXPECT_EQ(profile.labels->classes[0].value, "end");
    EXPECT_EQ(profile.labels->classes[0].count, 3);
    EXPECT_EQ(profile.labels->unlabelled, 1);
    EXPECT_TRUE(profile.answers.empty());
}

TEST_F(Profile, conversations_tell_refusals_and_what_a_template_trips_over) {
    const auto rows = chat({{"user", "a"}, {"assistant", "fine"}}) +
                      chat({{"user", "a"}, {"assistant", "As an AI language model, I cannot."}}) +
                      chat({{"user", "a"}, {"assistant", " "}}) + chat({{"user", "a"}, {"user", "b"}, {"assistant", "c"}}) +
                      chat({{"user", "a"}, {"assistant", "b"}, {"user", "c"}}) + chat({{"user", "a"}, {"wizard", "b"}});
    const auto profile = of(imported("rows.jsonl", rows));
    EXPECT_EQ(named(profile.answers, "refused").first, 2);
    EXPECT_EQ(named(profile.answers, "empty").first, 3);
    EXPECT_EQ(named(profile.conversations, "empty_turn").rows, 1);
    EXPECT_EQ(named(profile.conversations, "roles_out_of_order").first, 4);
    EXPECT_EQ(named(profile.conversations, "no_answer").first, 5);
    EXPECT_EQ(named(profile.conversations, "unknown_role").first, 6);
    EXPECT_EQ(named(profile.conversations, "malformed").rows, 0);
}

TEST_F(Profile, is_the_same_on_any_number_of_threads) {
    std::mt19937 draw(11);
    std::string rows;
    for (int i = 0; i < 6000; ++i)
        rows += OrderedJson{{"text", "note " + std::to_string(draw() % 3000) + " of mail" + std::to_string(draw() % 5) + "@example.org"},
                            {"size", double(draw() % 100000) / 7},
                            {"weight", double(draw() % 1000) / 3},
                            {"label", draw() % 3}}
                    .dump() +
                "\n";
    const auto dataset = imported("rows.jsonl", rows, 1 << 14);
    ASSERT_GT(dataset.parts(), 10u);
    const auto json = [&](int threads) {
        data::ProfileOptions options;
        options.threads = threads;
        return data::toJson(of(dataset, options)).dump();
    };
    const auto once = json(1);
    EXPECT_EQ(json(2), once);
    EXPECT_EQ(json(5), once);
}

TEST_F(Profile, an_empty_data_set_has_a_profile) {
    auto dataset = imported("rows.jsonl", "{\"text\":\"a\",\"n\":1}\n");
    auto manifest = dataset.manifest();
    auto writer = data::DatasetWriter::create(folder / "empty");
    ASSERT_TRUE(test::succeeded(writer->commit(**dataset.schema(), {}, manifest, {})));
    const auto profile = of(*data::Dataset::open(folder / "empty"));
    EXPECT_EQ(profile.rows, 0);
    EXPECT_EQ(profile.columns.size(), 2u);
    EXPECT_TRUE(test::succeeded(data::profileReport(*data::Dataset::open(folder / "empty"), profile, "empty")));
}

TEST_F(Profile, the_report_is_one_file_that_shows_texts_as_they_are) {
    std::string rows;
    for (int i = 0; i < 50; ++i)
        rows += OrderedJson{{"text", i % 2 ? "<script>alert(1)</script>" : "row " + std::to_string(i)}, {"<b>n</b>", i}}.dump() + "\n";
    const auto dataset = imported("rows.jsonl", rows);
    data::ProfileOptions options;
    options.cutoff = 10;
    const auto report = data::profileReport(dataset, of(dataset, options), "a<b");
    ASSERT_TRUE(test::succeeded(report));
    for (const auto* foreign : {"http:", "https:", "src=", "<link", "<script", "@import", "url("})
        EXPECT_EQ(report->find(foreign), std::string::npos) << foreign;
    for (const auto* part : {"<!DOCTYPE html>", "prefers-color-scheme:dark", "&lt;script&gt;alert(1)&lt;/script&gt;",
                             "&lt;b&gt;n&lt;/b&gt;", "Profile of a&lt;b", "drop_duplicates", "<line class=\"mark\"", "--surface:"})
        EXPECT_NE(report->find(part), std::string::npos) << part;
}

TEST_F(Profile, stops_within_200_milliseconds) {
    std::string rows;
    for (int i = 0; i < 60000; ++i)
        rows += "{\"text\":\"row " + std::to_string(i * 2654435761u) +
                " writes to somebody about an article of the contract\",\"n\":" + std::to_string(i) + "}\n";
    const auto dataset = imported("rows.jsonl", rows, std::size_t(16) << 20);
    data::ProfileOptions options;
    options.threads = 2;
    for (const int after : {50, 400, 1500}) {
        const auto time = processorTimeToStop(after, [&](const base::StopToken& stop) {
            const auto profile = data::profileDataset(dataset, options, {}, stop);
            EXPECT_TRUE(profile || profile.error().code == "stopped");
        });
        EXPECT_LT(time, 2 * 200) << after;
    }
}

TEST_F(Profile, real_instructions_are_told_as_they_are) {
    const auto file = test::sharedData() / "instruct/alpaca_en_demo.json";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no reference data";
    auto report = importFile(file);
    ASSERT_TRUE(test::succeeded(report));
    const auto profile = of(*data::Dataset::open(report->dataset));
    EXPECT_EQ(profile.rows, report->manifest.rows);
    EXPECT_GT(named(profile.languages, "en").rows, profile.rows * 85 / 100);
    EXPECT_EQ(named(profile.conversations, "malformed").rows, 0);
    EXPECT_LT(named(profile.encoding, "damaged").rows, profile.rows / 100);
}
