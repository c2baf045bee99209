#include "runs/supervisor.h"

#include <csignal>
#include <cstdlib>
#include <functional>

#include <unistd.h>

#include "base/files.h"
#include "base/process.h"
#include "runs/commands.h"
#include "runs/heartbeat.h"
#include "runs/run_reader.h"
#include "runs/run_recorder.h"
#include "runs/supervisor_record.h"
#include "support.h"

namespace anneal::runs {
namespace {

using namespace std::chrono_literals;

class supervisor : public testing::Test {
protected:
    supervisor() { ::setenv("XDG_DATA_HOME", home_.path().c_str(), 1); }
    ~supervisor() override {
        for (const auto pid : processesOf(home_.path())) ::kill(pid, SIGKILL);
    }

    static std::string commandLine(pid_t pid) { return base::readFile("/proc/" + std::to_string(pid) + "/cmdline").value_or(""); }
    /// Those that carry the path in their arguments.
    static std::vector<pid_t> processesOf(const std::filesystem::path& path) {
        std::vector<pid_t> found;
        for (const auto& entry : std::filesystem::directory_iterator("/proc"))
            if (const auto pid = std::atoi(entry.path().filename().c_str()); pid > 0 && pid != ::getpid())
                if (commandLine(pid).find(path.string()) != std::string::npos) found.push_back(pid);
        return found;
    }

    RunDirectory prepare(int ranks, const std::string& behaviour) {
        ::setenv("FAKE_ENGINE", behaviour.c_str(), 1);
        RunSpec spec;
        spec.modelNameOrPath = "base";
        spec.dataset = {"rows.jsonl"};
        spec.loraAlpha = 32;
        spec.learningRate = 1e-4;
        spec.nprocPerNode = ranks;
        return RunDirectory::create(spec).value();
    }
    RunDirectory start(int ranks, const std::string& behaviour) {
        auto directory = prepare(ranks, behaviour);
        EXPECT_TRUE(test::succeeded(startSupervisor(directory, FAKE_ENGINE)));
        return directory;
    }
    RunStatus status(const RunDirectory& directory) { return RunReader::open(directory)->status().value(); }
    bool eventually(const std::function<bool()>& condition, std::chrono::milliseconds time = 10s) {
        for (const auto end = std::chrono::steady_clock::now() + time; std::chrono::steady_clock::now() < end;
             std::this_thread::sleep_for(10ms))
            if (condition()) return true;
        return false;
    }
    /// How the run ended, once its processes are gone.
    RunStatus ending(const RunDirectory& directory) {
        EXPECT_TRUE(eventually([&] { return isTerminal(status(directory).state) && !isLive(directory); }));
        return status(directory);
    }
    bool reached(const RunDirectory& directory, std::int64_t step) {
        return eventually([&] {
            const auto metrics = RunReader::open(directory)->metrics();
            return metrics && !metrics->empty() && metrics->back().step >= step;
        });
    }

    test::TemporaryFolder home_;
};

TEST_F(supervisor, a_run_of_two_ranks_is_done) {
    const auto directory = start(2, "steps=10");
    const auto end = ending(directory);
    EXPECT_EQ(end.state, RunState::done);
    EXPECT_EQ(end.step, 10);
    EXPECT_FALSE(end.error);
    EXPECT_EQ(RunReader::open(directory)->metrics()->size(), 10u);
}

TEST_F(supervisor, every_process_of_the_run_carries_its_path) {
    const auto directory = start(2, "steps=1000");
    ASSERT_TRUE(reached(directory, 2));
    ASSERT_TRUE(eventually([&] { return readHeartbeats(directory).size() == 2; }));
    const auto carries = [&](pid_t pid) { return commandLine(pid).find(directory.root().string()) != std::string::npos; };
    EXPECT_TRUE(carries(readSupervisor(directory)->pid));
    for (const auto& beat : readHeartbeats(directory)) EXPECT_TRUE(carries(beat.process.pid));
}

TEST_F(supervisor, a_killed_rank_ends_the_others_and_the_reason_is_told) {
    const auto end = ending(start(3, "steps=2000 rank1=kill@5"));
    EXPECT_EQ(end.state, RunState::failed);
    EXPECT_EQ(end.error->code, "rank_killed");
    EXPECT_NE(end.error->message.find("rank 1"), std::string::npos);
    EXPECT_NE(end.error->hint.find("--resume"), std::string::npos);
}

TEST_F(supervisor, rank_0_killed_from_outside_is_told_too) {
    const auto directory = start(2, "steps=2000");
    ASSERT_TRUE(reached(directory, 3));
    for (const auto& beat : readHeartbeats(directory))
        if (beat.rank == 0) ::kill(beat.process.pid, SIGKILL);
    const auto end = ending(directory);
    EXPECT_EQ(end.state, RunState::failed);
    EXPECT_EQ(end.error->code, "rank_killed");
    EXPECT_GE(end.step, 1);
}

TEST_F(supervisor, the_rank_that_died_first_is_blamed_not_the_one_that_lost_its_peer) {
    const auto end = ending(start(2, "steps=2000 rank0=peer@5 rank1=kill@6"));
    EXPECT_EQ(end.error->code, "rank_killed");
    EXPECT_NE(end.error->message.find("rank 1"), std::string::npos);
}

TEST_F(supervisor, what_rank_0_told_of_itself_stands) {
    const auto end = ending(start(2, "steps=2000 rank0=error@5 rank1=peer@6"));
    EXPECT_EQ(end.error->code, "loss_not_finite");
    EXPECT_EQ(end.error->hint, "lower learning_rate");
}

TEST_F(supervisor, what_another_rank_told_of_itself_is_kept) {
    const auto end = ending(start(2, "steps=2000 rank0=peer@6 rank1=error@5"));
    EXPECT_EQ(end.error->code, "loss_not_finite");
    EXPECT_NE(end.error->message.find("rank 1: the loss is NaN"), std::string::npos);
}

TEST_F(supervisor, a_crash_memory_and_disk_each_have_their_words) {
    const std::vector<std::pair<std::string, std::string>> deeds{
        {"segv", "rank_crashed"}, {"oom", "out_of_memory"}, {"full", "disk_full"}, {"exit3", "rank_failed"}, {"exit137", "rank_killed"}};
    for (const auto& [deed, code] : deeds) {
        const auto end = ending(start(1, "steps=2000 rank0=" + deed + "@3"));
        EXPECT_EQ(end.state, RunState::failed);
        EXPECT_EQ(end.error->code, code) << deed;
        EXPECT_FALSE(end.error->hint.empty());
    }
}

TEST_F(supervisor, a_stop_lets_the_step_finish) {
    const auto directory = start(2, "steps=2000");
    ASSERT_TRUE(reached(directory, 3));
    ASSERT_TRUE(requestStop(directory));
    const auto end = ending(directory);
    EXPECT_EQ(end.state, RunState::stopped);
    EXPECT_FALSE(end.error);
    EXPECT_EQ(requestStop(directory).error().code, "run_not_live");
}

TEST_F(supervisor, a_rank_that_does_not_answer_is_terminated_then_killed) {
    const auto directory = start(1, "steps=100000 rank0=deaf@1 grace_ms=200 kill_ms=200");
    ASSERT_TRUE(reached(directory, 3));
    ASSERT_TRUE(requestStop(directory));
    const auto end = ending(directory);
    EXPECT_EQ(end.state, RunState::stopped);
    EXPECT_NE(end.error->message.find("by force"), std::string::npos);
}

TEST_F(supervisor, outlives_its_watcher) {
    const auto directory = prepare(1, "steps=100 step_ms=10");
    base::ProcessOptions options;
    options.program = FAKE_ENGINE;
    options.arguments = {"watch", directory.root().string()};
    auto watcher = base::Process::spawn(options).value();
    ASSERT_TRUE(reached(directory, 3));
    watcher.signal(SIGKILL);
    ASSERT_TRUE(watcher.wait());
    EXPECT_EQ(status(directory).state, RunState::running);
    EXPECT_EQ(ending(directory).state, RunState::done);
}

TEST_F(supervisor, everything_killed_is_lost_and_can_be_started_again) {
    const auto directory = start(2, "steps=100000");
    ASSERT_TRUE(reached(directory, 3));
    ASSERT_TRUE(eventually([&] { return readHeartbeats(directory).size() == 2; }));
    const auto supervisorPid = readSupervisor(directory)->pid;
    const auto beats = readHeartbeats(directory);
    ::kill(supervisorPid, SIGKILL);
    for (const auto& beat : beats) ::kill(beat.process.pid, SIGKILL);
    EXPECT_TRUE(eventually([&] { return status(directory).state == RunState::lost; }));
    EXPECT_FALSE(isLive(directory));
    ::setenv("FAKE_ENGINE", "steps=5", 1);
    ASSERT_TRUE(test::succeeded(startSupervisor(directory, FAKE_ENGINE)));
    EXPECT_EQ(ending(directory).state, RunState::done);
}

TEST_F(supervisor, ranks_go_on_when_only_the_supervisor_is_killed) {
    const auto directory = start(1, "steps=60 step_ms=10");
    ASSERT_TRUE(reached(directory, 2));
    ::kill(readSupervisor(directory)->pid, SIGKILL);
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(status(directory).state, RunState::running);
    EXPECT_EQ(ending(directory).state, RunState::done);
}

TEST_F(supervisor, a_missing_engine_is_a_failed_run_with_a_hint) {
    const auto directory = prepare(1, "");
    SupervisorOptions options;
    options.engine = "/nonexistent/anneal-engine";
    EXPECT_EQ(supervise(directory, options), RunState::failed);
    EXPECT_EQ(status(directory).error->code, "spawn_failed");
}

TEST_F(supervisor, two_cannot_hold_one_run) {
    const auto directory = start(1, "steps=100000");
    ASSERT_TRUE(reached(directory, 2));
    const auto holder = readSupervisor(directory)->pid;
    EXPECT_EQ(supervise(directory, {}).error().code, "run_busy");
    EXPECT_EQ(startSupervisor(directory, FAKE_ENGINE).error().code, "run_busy");
    EXPECT_EQ(readSupervisor(directory)->pid, holder);
    EXPECT_EQ(readHeartbeats(directory).size(), 1u) << "the second one touches nothing";
}

}  // namespace
}  // namespace anneal::runs
