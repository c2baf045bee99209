#include "runs/run_overview.h"

#include <cstdlib>

#include <gmock/gmock.h>

#include "base/files.h"
#include "runs/run_label.h"
#include "runs/run_recorder.h"
#include "runs/supervisor_record.h"
#include "support.h"

namespace anneal::runs {
namespace {

class overview : public testing::Test {
protected:
    overview() {
        ::setenv("XDG_DATA_HOME", home_.path().c_str(), 1);
        RunSpec spec;
        spec.modelNameOrPath = "/models/tiny";
        spec.dataset = {"/data/clauses"};
        spec.loraAlpha = 32;
        spec.learningRate = 1e-4;
        spec.outputDir = (runsHome() / "contracts").string();
        directory_ = RunDirectory::create(spec).value();
    }
    static Metric row(std::int64_t step, double loss, double time) {
        Metric metric{.step = step, .epoch = double(step) / 10, .time = time};
        metric.loss = loss;
        metric.tokensPerSecond = 100;
        return metric;
    }
    RunOverview read(OverviewReader& reader) {
        auto read = reader.read();
        EXPECT_TRUE(test::succeeded(read));
        return *read;
    }
    test::TemporaryFolder home_;
    RunDirectory directory_{{}};
};

TEST_F(overview, tells_name_progress_pace_and_the_best_evaluation) {
    auto recorder = RunRecorder::open(directory_).value();
    ASSERT_TRUE(writeSupervisor(directory_, ProcessIdentity::self()));
    ASSERT_TRUE(recorder.begin(0, 100));
    for (int step = 10; step <= 40; step += 10) ASSERT_TRUE(recorder.metric(row(step, 4.0 / step, 1000 + step * 2)));
    ASSERT_TRUE(recorder.evaluation(20, 0.5));
    ASSERT_TRUE(recorder.evaluation(40, 0.7));
    ASSERT_TRUE(recorder.progress(40));
    auto reader = OverviewReader::open(directory_).value();
    const auto now = read(reader);
    EXPECT_EQ(now.name, "contracts");
    EXPECT_EQ(now.status.state, RunState::running);
    EXPECT_DOUBLE_EQ(now.share(), 0.4);
    EXPECT_DOUBLE_EQ(*now.last.loss, 0.1);
    EXPECT_DOUBLE_EQ(*now.bestEvalLoss, 0.5);
    EXPECT_EQ(*now.bestStep, 20);
    EXPECT_THAT(now.evalCurve, testing::ElementsAre(0.5, 0.7));
    EXPECT_EQ(now.lossCurve.size(), 4u);
    // 60 steps at two seconds each.
    EXPECT_DOUBLE_EQ(*now.secondsLeft, 120);
}

TEST_F(overview, a_second_look_adds_the_new_rows_and_what_an_old_one_got_since) {
    auto recorder = RunRecorder::open(directory_).value();
    ASSERT_TRUE(recorder.begin(0, 100));
    ASSERT_TRUE(recorder.metric(row(10, 2, 1010)));
    auto reader = OverviewReader::open(directory_).value();
    EXPECT_TRUE(read(reader).evalCurve.empty());
    ASSERT_TRUE(recorder.evaluation(10, 1.5));
    EXPECT_THAT(read(reader).evalCurve, testing::ElementsAre(1.5));
    ASSERT_TRUE(recorder.metric(row(20, 1, 1020)));
    const auto now = read(reader);
    EXPECT_EQ(now.lossCurve.size(), 2u);
    EXPECT_THAT(now.evalCurve, testing::ElementsAre(1.5));
}

TEST_F(overview, a_new_life_forgets_the_rows_of_the_lost_one) {
    auto reader = OverviewReader::open(directory_).value();
    {
        auto recorder = RunRecorder::open(directory_).value();
        ASSERT_TRUE(recorder.begin(0, 100));
        for (int step = 10; step <= 50; step += 10) ASSERT_TRUE(recorder.metric(row(step, step, 1000 + step)));
        EXPECT_EQ(read(reader).lossCurve.size(), 5u);
    }
    auto recorder = RunRecorder::open(directory_).value();
    ASSERT_TRUE(recorder.begin(20, 100));
    const auto now = read(reader);
    EXPECT_EQ(now.lossCurve.size(), 2u);
    EXPECT_EQ(now.last.step, 20);
}

TEST_F(overview, long_curves_are_thinned_and_keep_their_ends) {
    auto recorder = RunRecorder::open(directory_).value();
    ASSERT_TRUE(recorder.begin(0, 1000));
    for (int step = 1; step <= 1000; ++step) ASSERT_TRUE(recorder.evaluation(step, step));
    auto reader = OverviewReader::open(directory_).value();
    const auto now = read(reader);
    ASSERT_EQ(now.evalCurve.size(), kCurvePoints);
    EXPECT_EQ(now.evalCurve.front(), 1);
    EXPECT_EQ(now.evalCurve.back(), 1000);
    EXPECT_TRUE(std::ranges::is_sorted(now.evalCurve));
}

TEST_F(overview, calls_a_run_by_its_label_and_knows_that_it_was_laid_aside) {
    auto reader = OverviewReader::open(directory_).value();
    ASSERT_TRUE(writeLabel(directory_, {.name = "the good one", .archived = true}));
    EXPECT_EQ(read(reader).name, "the good one");
    EXPECT_TRUE(read(reader).archived);
    ASSERT_TRUE(writeLabel(directory_, {}));
    EXPECT_FALSE(std::filesystem::exists(labelFile(directory_)));
    EXPECT_EQ(read(reader).name, "contracts");
}

TEST_F(overview, passes_over_a_label_that_cannot_be_read) {
    ASSERT_TRUE(base::writeFileAtomically(labelFile(directory_), "{\"name\": 7, \"archived\""));
    auto reader = OverviewReader::open(directory_).value();
    EXPECT_EQ(read(reader).name, "contracts");
    EXPECT_FALSE(read(reader).archived);
}

TEST(short_name, is_the_last_part_of_a_path) {
    EXPECT_EQ(shortName("/models/tiny/"), "tiny");
    EXPECT_EQ(shortName("deepseek-ai/deepseek-llm-7b-base"), "deepseek-llm-7b-base");
    EXPECT_EQ(shortName("tiny"), "tiny");
    EXPECT_EQ(shortName(""), "");
}

}  // namespace
}  // namespace anneal::runs
