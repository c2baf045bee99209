#include <cstdlib>

#include "runs/commands.h"
#include "runs/heartbeat.h"
#include "runs/run_directory.h"
#include "runs/run_reader.h"
#include "runs/run_recorder.h"
#include "support.h"

namespace anneal::runs {
namespace {

class run : public testing::Test {
protected:
    run() { ::setenv("XDG_DATA_HOME", home_.path().c_str(), 1); }
    RunDirectory create(const std::string& outputDir = "") {
        RunSpec spec;
        spec.modelNameOrPath = "base";
        spec.dataset = {"rows.jsonl"};
        spec.loraAlpha = 32;
        spec.learningRate = 1e-4;
        spec.outputDir = outputDir;
        spec.ignored = {{"trust_remote_code", "nothing is loaded"}};
        auto made = RunDirectory::create(spec);
        EXPECT_TRUE(test::succeeded(made));
        return *made;
    }
    RunStatus statusOf(const RunDirectory& directory) { return RunReader::open(directory)->status().value(); }
    static Metric row(std::int64_t step, double loss) {
        Metric metric;
        metric.step = step;
        metric.loss = loss;
        metric.learningRate = 1e-4;
        return metric;
    }
    test::TemporaryFolder home_;
};

TEST_F(run, a_new_one_is_queued_frozen_and_listed) {
    const auto directory = create();
    const auto status = statusOf(directory);
    EXPECT_EQ(status.state, RunState::queued);
    EXPECT_EQ(status.id, directory.root().filename());
    EXPECT_EQ(directory.spec()->outputDir, directory.root());
    EXPECT_EQ(listRuns().size(), 1u);
    const auto events = RunReader::open(directory)->events().value();
    ASSERT_EQ(events.size(), 1u);
    EXPECT_NE(events[0].message.find("trust_remote_code"), std::string::npos);
}

TEST_F(run, an_output_dir_elsewhere_is_listed_too) {
    const auto directory = create((home_ / "saves/lora").string());
    ASSERT_EQ(listRuns().size(), 1u);
    EXPECT_EQ(listRuns()[0].root(), directory.root());
    EXPECT_EQ(RunDirectory::find(statusOf(directory).id)->root(), directory.root());
    EXPECT_EQ(RunDirectory::find(directory.root().string())->root(), directory.root());
    ASSERT_TRUE(directory.remove());
    EXPECT_TRUE(listRuns().empty());
}

TEST_F(run, a_folder_that_is_not_empty_is_left_alone) {
    test::write(home_ / "full/file", "x");
    RunSpec spec;
    spec.outputDir = (home_ / "full").string();
    const auto made = RunDirectory::create(spec);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, "run_directory_not_empty");
    EXPECT_NE(made.error().hint.find("--resume"), std::string::npos);
}

TEST_F(run, is_found_by_unique_prefix_and_last) {
    const auto first = create(), second = create();
    const auto id = statusOf(first).id;
    EXPECT_EQ(RunDirectory::find(id)->root(), first.root());
    EXPECT_EQ(RunDirectory::find("last")->root(), second.root());
    std::filesystem::create_directory(home_ / "anneal/runs/abc1");
    test::write(home_ / "anneal/runs/abc1/run.db", "");
    test::write(home_ / "anneal/runs/abc2/run.db", "");
    EXPECT_EQ(RunDirectory::find("abc").error().code, "run_ambiguous");
    EXPECT_EQ(RunDirectory::find("abc1")->root(), home_ / "anneal/runs/abc1");
    EXPECT_EQ(RunDirectory::find("zzz").error().code, "run_not_found");
}

TEST_F(run, a_reader_sees_rows_while_they_are_written) {
    const auto directory = create();
    auto recorder = RunRecorder::open(directory).value();
    auto reader = RunReader::open(directory).value();
    ASSERT_TRUE(recorder.begin(0, 100));
    ASSERT_TRUE(recorder.metric(row(1, 3.5)));
    EXPECT_EQ(reader.metrics()->size(), 1u);
    ASSERT_TRUE(recorder.metric(row(2, 3.0)));
    ASSERT_TRUE(recorder.evaluation(2, 3.25));
    const auto metrics = reader.metrics(1).value();
    ASSERT_EQ(metrics.size(), 1u);
    EXPECT_EQ(metrics[0].loss, 3.0);
    EXPECT_EQ(metrics[0].evalLoss, 3.25);
    EXPECT_FALSE(metrics[0].gradNorm);
}

TEST_F(run, a_resumed_life_forgets_the_rows_after_its_checkpoint) {
    const auto directory = create();
    {
        auto recorder = RunRecorder::open(directory).value();
        ASSERT_TRUE(recorder.begin(0, 10));
        for (int step = 1; step <= 6; ++step) ASSERT_TRUE(recorder.metric(row(step, 1.0 / step)));
    }
    auto recorder = RunRecorder::open(directory).value();
    ASSERT_TRUE(recorder.begin(4, 10));
    EXPECT_EQ(RunReader::open(directory)->metrics()->size(), 4u);
}

TEST_F(run, counts_the_seconds_it_ran_and_not_those_between_its_lives) {
    const auto directory = create();
    const auto live = [&] {
        auto recorder = RunRecorder::open(directory).value();
        ASSERT_TRUE(recorder.begin(0, 10));
        std::this_thread::sleep_for(std::chrono::milliseconds(60));
        ASSERT_TRUE(recorder.finish(RunState::stopped, 1, {}));
    };
    live();
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    live();
    const auto status = RunReader::open(directory)->status().value();
    EXPECT_GE(status.seconds, 0.12);
    EXPECT_LT(status.seconds, status.finished - status.started - 0.39);
}

TEST_F(run, has_one_writer) {
    const auto directory = create();
    const auto writer = RunRecorder::open(directory);
    EXPECT_EQ(RunRecorder::open(directory).error().code, "run_busy");
}

TEST_F(run, keeps_how_it_ended) {
    const auto directory = create();
    auto recorder = RunRecorder::open(directory).value();
    RunSummary summary;
    summary.trainLoss = 0.5;
    summary.adapter = "/somewhere/adapter";
    ASSERT_TRUE(recorder.finish(RunState::failed, 7, summary, Error{"disk_full", "no space", "free some"}));
    const auto status = statusOf(directory);
    EXPECT_EQ(status.state, RunState::failed);
    EXPECT_EQ(status.step, 7);
    EXPECT_EQ(status.error->hint, "free some");
    EXPECT_EQ(status.summary.trainLoss, 0.5);
    EXPECT_EQ(status.summary.adapter, "/somewhere/adapter");
    EXPECT_FALSE(status.summary.evalLoss);
}

TEST_F(run, without_supervisor_or_heartbeat_is_lost) {
    const auto directory = create();
    auto recorder = RunRecorder::open(directory).value();
    ASSERT_TRUE(recorder.begin(0, 10));
    EXPECT_EQ(statusOf(directory).state, RunState::lost);
    {
        HeartbeatThread heart(directory, 0);
        EXPECT_EQ(statusOf(directory).state, RunState::running);
        EXPECT_EQ(directory.remove().error().code, "run_busy");
    }
    EXPECT_EQ(statusOf(directory).state, RunState::lost);
    EXPECT_NE(statusOf(directory).error->hint.find("--resume"), std::string::npos);
}

TEST_F(run, on_another_host_is_lost_after_thirty_seconds_of_silence) {
    const auto directory = create();
    auto recorder = RunRecorder::open(directory).value();
    ASSERT_TRUE(recorder.begin(0, 10));
    const auto beat = [&](double age) {
        const Json document{
            {"rank", 0}, {"process", {{"pid", 1}, {"start_ticks", 5}, {"host", "elsewhere"}}}, {"time", unixNow() - age}, {"step", 3}};
        test::write(directory.ranks() / "0.json", document.dump());
    };
    beat(20);
    EXPECT_EQ(statusOf(directory).state, RunState::running);
    beat(31);
    EXPECT_EQ(statusOf(directory).state, RunState::lost);
}

TEST_F(run, only_finished_checkpoints_count) {
    const auto directory = create();
    test::write(directory.checkpoint(10) / "DONE", "");
    test::write(directory.checkpoint(9) / "DONE", "");
    test::write(directory.checkpoint(20) / "model.safetensors", "half");
    test::write(directory.checkpoints() / "step-x/DONE", "");
    const auto list = directory.checkpointList();
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0].step, 9);
    EXPECT_EQ(list[1].step, 10);
}

TEST_F(run, deleting_tells_what_it_frees) {
    const auto directory = create();
    test::write(directory.checkpoint(10) / "weights", std::string(5000, 'x'));
    test::write(directory.trainTokens() / "tokens.bin", std::string(300, 'x'));
    const auto footprint = directory.footprint();
    EXPECT_EQ(footprint.checkpoints, 5000u);
    EXPECT_EQ(footprint.tokens, 300u);
    EXPECT_GT(footprint.total, 5300u);
}

TEST_F(run, commands_are_taken_in_order_and_once) {
    const auto directory = create();
    ASSERT_TRUE(sendCommand(directory, {CommandKind::set, {{"learning_rate", 1e-5}}}));
    ASSERT_TRUE(sendCommand(directory, {CommandKind::checkpoint}));
    test::write(directory.commands() / "half.json", "{");
    test::write(directory.commands() / "odd.json", R"({"command":"explode"})");
    const auto commands = takeCommands(directory);
    ASSERT_EQ(commands.size(), 2u);
    EXPECT_EQ(commands[0].kind, CommandKind::set);
    EXPECT_EQ(commands[0].arguments["learning_rate"], 1e-5);
    EXPECT_EQ(commands[1].kind, CommandKind::checkpoint);
    EXPECT_TRUE(takeCommands(directory).empty());
}

TEST_F(run, a_heartbeat_says_who_and_where) {
    const auto directory = create();
    HeartbeatThread heart(directory, 3);
    heart.update(12, "training", {{"gpu_memory_bytes", 5}});
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    const auto beats = readHeartbeats(directory);
    ASSERT_EQ(beats.size(), 1u);
    EXPECT_EQ(beats[0].rank, 3);
    EXPECT_EQ(beats[0].step, 12);
    EXPECT_TRUE(beats[0].process.alive());
    EXPECT_EQ(beats[0].gauges["gpu_memory_bytes"], 5);
    EXPECT_GT(beats[0].gauges["rss_bytes"].get<std::int64_t>(), 0);
}

}  // namespace
}  // namespace anneal::runs
