#include <gmock/gmock.h>

#include "base/files.h"
#include "support.h"
#include "text/packing.h"
#include "text/prepare.h"

namespace anneal::text {
namespace {

using test::succeeded;

struct PreparedFolder : testing::Test {
    test::TemporaryFolder folder;
    std::filesystem::path target = folder / "tokens";

    PreparedManifest fill() {
        auto writer = PreparedTokensWriter::create(target);
        EXPECT_TRUE(writer->add(std::vector<std::int32_t>{5, 6, 7}, std::vector<std::uint8_t>{1, 0, 1}));
        EXPECT_TRUE(writer->add(std::vector<std::int32_t>{8, 9}, std::vector<std::uint8_t>{0, 1}));
        PreparedManifest info;
        info.vocabSize = 10;
        info.templateName = "chatml";
        auto manifest = writer->finish(info);
        EXPECT_TRUE(succeeded(manifest));
        return *manifest;
    }
};

TEST_F(PreparedFolder, reads_back_what_was_written) {
    const auto manifest = fill();
    const auto tokens = PreparedTokens::open(target, true);
    ASSERT_TRUE(succeeded(tokens));
    EXPECT_EQ(tokens->samples(), 2U);
    EXPECT_THAT(tokens->ids(0), testing::ElementsAre(5, 6, 7));
    EXPECT_THAT(tokens->trained(0), testing::ElementsAre(0, 0, 1));
    EXPECT_THAT(tokens->ids(1), testing::ElementsAre(8, 9));
    EXPECT_THAT(tokens->lengths(), testing::ElementsAre(3, 2));
    EXPECT_EQ(manifest.trainedTokens, 2U);
    EXPECT_EQ(tokens->manifest().longest, 3U);
    EXPECT_EQ(tokens->manifest().templateName, "chatml");
}

TEST_F(PreparedFolder, is_refused_when_truncated_changed_or_unfinished) {
    fill();
    const auto file = target / "tokens.bin";
    const auto bytes = *base::readFile(file);
    test::write(file, bytes.substr(0, bytes.size() - 4));
    EXPECT_EQ(PreparedTokens::open(target).error().code, "tokens_invalid");
    auto changed = bytes;
    changed[0] = 4;
    test::write(file, changed);
    EXPECT_TRUE(PreparedTokens::open(target));
    EXPECT_EQ(PreparedTokens::open(target, true).error().code, "tokens_corrupt");
    test::write(file, bytes);
    const auto index = *base::readFile(target / "index.bin");
    auto crossed = index;
    crossed[8] = 9;
    test::write(target / "index.bin", crossed);
    EXPECT_EQ(PreparedTokens::open(target).error().code, "tokens_invalid");
    test::write(target / "index.bin", index);
    EXPECT_TRUE(PreparedTokens::open(target, true));
    std::filesystem::remove(target / "DONE");
    EXPECT_EQ(PreparedTokens::open(target).error().code, "tokens_incomplete");
}

TEST_F(PreparedFolder, leaves_nothing_when_not_finished) {
    { auto writer = *PreparedTokensWriter::create(target); }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
    auto writer = *PreparedTokensWriter::create(target);
    EXPECT_EQ(writer.finish({}).error().code, "tokens_empty");
    EXPECT_TRUE(writer.add(std::vector<std::int32_t>{12}, std::vector<std::uint8_t>{0}));
    EXPECT_EQ(writer.finish({}).error().code, "tokens_invalid");
}

TEST(Packing, keeps_the_budget_places_every_sample_once_and_repeats) {
    std::vector<std::int64_t> lengths;
    for (int i = 0; i < 1000; ++i) lengths.push_back(1 + (i * 7919) % 97);
    for (const auto order : {PackingOrder::inOrder, PackingOrder::firstFitDecreasing}) {
        const auto plan = planPacking(lengths, 100, order);
        ASSERT_TRUE(succeeded(plan));
        std::vector<int> seen(lengths.size());
        for (const auto& bin : plan->bins) {
            std::int64_t sum = 0;
            for (const auto sample : bin) {
                sum += lengths[sample];
                ++seen[sample];
            }
            EXPECT_LE(sum, 100);
        }
        EXPECT_THAT(seen, testing::Each(1));
        EXPECT_EQ(planPacking(lengths, 100, order)->bins, plan->bins);
        EXPECT_GT(plan->fill(), order == PackingOrder::inOrder ? 0.6 : 0.97);
    }
    EXPECT_THAT(planPacking(std::vector<std::int64_t>{60, 50, 40, 50}, 100)->bins,
                testing::ElementsAre(testing::ElementsAre(0, 2), testing::ElementsAre(1, 3)));
    EXPECT_THAT(planPacking(std::vector<std::int64_t>{60, 50, 40, 50}, 100, PackingOrder::inOrder)->bins,
                testing::ElementsAre(testing::ElementsAre(0), testing::ElementsAre(1, 2), testing::ElementsAre(3)));
    EXPECT_TRUE(planPacking({}, 8)->bins.empty());
    EXPECT_EQ(planPacking(std::vector<std::int64_t>{3, 9}, 8).error().code, "sample_too_long");
}

struct Preparing : testing::Test {
    test::TemporaryFolder folder;
    std::filesystem::path templates = test::golden() / "templates";
    std::shared_ptr<const Tokenizer> tokenizer = *Tokenizer::load(templates);
    SampleEncoder encoder{tokenizer, *ChatTemplate::named("chatml", templates), {.cutoffLen = 64}};

    SampleSource source(int count) {
        return [count, i = 0]() mutable -> Result<std::optional<Sample>> {
            if (i == count) return std::nullopt;
            Sample sample;
            sample.row = i;
            sample.messages = {{.role = "user", .content = "question " + std::to_string(i)}};
            std::string content = "answer";
            for (int k = 0; k < i % 60; ++k) content += " more";
            if (i % 10 != 3) sample.messages.push_back({.role = "assistant", .content = content});
            ++i;
            return sample;
        };
    }
};

TEST_F(Preparing, gives_the_same_bytes_on_any_number_of_threads_and_counts) {
    std::vector<std::map<std::string, std::string>> hashes;
    for (const unsigned threads : {1U, 2U, 5U}) {
        const auto report =
            prepareTokens(source(2500), encoder, {.vocabSize = 600, .threads = threads, .replace = true}, folder / "tokens");
        ASSERT_TRUE(succeeded(report));
        EXPECT_EQ(report->manifest.dropped, 250U);
        EXPECT_EQ(report->rejected.size(), 250U);
        EXPECT_EQ(report->rejected.front().row, 3);
        EXPECT_EQ(report->manifest.samples, 2250U);
        EXPECT_GT(report->manifest.truncated, 0U);
        EXPECT_EQ(report->manifest.longest, 64U);
        hashes.push_back(report->manifest.sha256);
    }
    EXPECT_THAT(hashes, testing::Each(hashes.front()));
    EXPECT_TRUE(succeeded(PreparedTokens::open(folder / "tokens", true)));
}

TEST_F(Preparing, stops_and_reports_emptiness) {
    base::StopToken stop;
    stop.requestStop();
    EXPECT_EQ(prepareTokens(source(10), encoder, {.vocabSize = 600}, folder / "tokens", {}, stop).error().code, "stopped");
    const auto empty = prepareTokens(source(0), encoder, {.vocabSize = 600}, folder / "tokens");
    EXPECT_EQ(empty.error().code, "tokens_empty");
    const auto other = prepareTokens(source(3), encoder, {.vocabSize = 20}, folder / "tokens");
    EXPECT_EQ(other.error().code, "tokens_invalid");
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

}  // namespace
}  // namespace anneal::text
