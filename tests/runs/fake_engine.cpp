// A rank, a supervisor and a worker that do nothing but behave, well or badly, as $FAKE_ENGINE says:
// "steps=20 step_ms=10 rank1=kill@5": rank 1 kills itself at step 5. Deeds: kill, segv, exit3, oom, full, error, peer, hang, deaf.

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>
#include <sstream>
#include <thread>

#include "base/files.h"
#include "base/process.h"
#include "runs/commands.h"
#include "runs/heartbeat.h"
#include "runs/run_reader.h"
#include "runs/run_recorder.h"
#include "runs/supervisor.h"

using namespace anneal;
using namespace std::chrono_literals;

namespace {

volatile std::sig_atomic_t terminated = 0;

std::map<std::string, std::string> behaviour() {
    const char* text = std::getenv("FAKE_ENGINE");
    std::istringstream words(text ? text : "");
    std::map<std::string, std::string> settings;
    for (std::string word; words >> word;) settings[word.substr(0, word.find('='))] = word.substr(word.find('=') + 1);
    return settings;
}

int number(const std::map<std::string, std::string>& settings, const std::string& key, int otherwise) {
    const auto found = settings.find(key);
    return found == settings.end() ? otherwise : std::stoi(found->second);
}

[[noreturn]] void sleepForever() {
    for (;;) std::this_thread::sleep_for(1h);
}

void misbehave(const runs::RunDirectory& directory, int rank, const std::string& deed) {
    if (deed == "kill") std::raise(SIGKILL);
    if (deed == "segv") {
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
    }
    if (deed == "exit3") std::_Exit(3);
    if (deed == "exit137") std::_Exit(137);
    if (deed == "oom") {
        std::fprintf(stderr, "terminate called after throwing an instance of 'std::bad_alloc'\n");
        std::_Exit(1);
    }
    if (deed == "full") {
        std::fprintf(stderr, "write failed: %s\n", std::strerror(ENOSPC));
        std::_Exit(1);
    }
    if (deed == "error" || deed == "peer") {
        const Error error = deed == "error" ? Error{"loss_not_finite", "the loss is NaN at step 5", "lower learning_rate"}
                                            : Error{"rank_lost", "the ranks lost each other", ""};
        if (rank == 0)
            (void)runs::RunRecorder::open(directory)->finish(runs::RunState::failed, 5, {}, error);
        else
            (void)runs::writeRankError(directory, rank, error);
        std::_Exit(1);
    }
    if (deed == "hang") sleepForever();
}

/// As the trainer does between steps; true: stop.
bool obey(const runs::RunDirectory& directory, runs::RunRecorder& recorder, std::int64_t step, runs::HeartbeatThread& heart) {
    bool paused = false;
    for (;;) {
        for (const auto& command : runs::takeCommands(directory)) {
            switch (command.kind) {
                case runs::CommandKind::stop: return true;
                case runs::CommandKind::pause: paused = true; break;
                case runs::CommandKind::resume: paused = false; break;
                case runs::CommandKind::set: (void)recorder.event("command", "learning_rate set", command.arguments); break;
                case runs::CommandKind::checkpoint: {
                    auto staged = base::StagedDirectory::create(directory.checkpoint(step));
                    if (staged && staged->commit())
                        (void)recorder.event("checkpoint", "checkpoint of step " + std::to_string(step), {{"step", step}});
                    break;
                }
            }
        }
        if (terminated != 0) return true;
        const auto wanted = paused ? runs::RunState::paused : runs::RunState::running;
        static auto now = runs::RunState::running;
        if (std::exchange(now, wanted) != wanted) (void)recorder.setState(wanted);
        if (!paused) return false;
        heart.update(step, "paused");
        std::this_thread::sleep_for(5ms);
    }
}

int runRank(const runs::RunDirectory& directory) {
    const auto settings = behaviour();
    const int rank = std::atoi(std::getenv("RANK"));
    const int steps = number(settings, "steps", 10);
    const auto pause = std::chrono::milliseconds(number(settings, "step_ms", 5));
    const auto plan = settings.find("rank" + std::to_string(rank));
    const std::string deed = plan == settings.end() ? "" : plan->second.substr(0, plan->second.find('@'));
    const int when = plan == settings.end() ? -1 : std::stoi(plan->second.substr(plan->second.find('@') + 1));
    std::signal(
        SIGTERM, deed == "deaf" ? SIG_IGN : [](int) { terminated = 1; });

    runs::HeartbeatThread heart(directory, rank);
    std::optional<runs::RunRecorder> recorder;
    if (rank == 0) {
        recorder = runs::RunRecorder::open(directory).value();
        (void)recorder->begin(0, steps);
    }
    for (int step = 1; step <= steps; ++step) {
        std::this_thread::sleep_for(pause);
        heart.update(step, "training");
        if (recorder) {
            runs::Metric metric;
            metric.step = step;
            metric.time = runs::unixNow();
            metric.loss = 4.0 / step;
            metric.tokensPerSecond = 1000;
            (void)recorder->metric(metric);
            (void)recorder->progress(step);
        }
        if (step == when && deed != "deaf") {
            recorder.reset();
            misbehave(directory, rank, deed);
        }
        bool stop = terminated != 0;
        if (recorder && deed != "deaf") stop = obey(directory, *recorder, step, heart);
        if (stop) {
            if (recorder) (void)recorder->finish(runs::RunState::stopped, step, {});
            return 130;
        }
    }
    if (recorder) (void)recorder->finish(runs::RunState::done, steps, {});
    return 0;
}

int work() {
    for (std::string line; std::getline(std::cin, line);) {
        const auto request = Json::parse(line);
        if (request.contains("cancel")) {
            std::cerr << "cancelled " << request["cancel"] << std::endl;
            continue;
        }
        const auto id = request["id"];
        const std::string verb = request["verb"];
        if (verb == "echo") {
            std::cout << Json{{"id", id}, {"progress", {{"done", 1}, {"total", 2}, {"note", "half"}}}} << "\n";
            for (const auto* word : {"one", "two"}) std::cout << Json{{"id", id}, {"token", {{"text", word}}}} << "\n";
            std::cout << Json{{"id", 999}, {"result", "stale"}} << "\nnot json\n";
            std::cout << Json{{"id", id}, {"result", request["args"]}} << std::endl;
        } else if (verb == "fail") {
            std::cout << Json{{"id", id}, {"error", {{"code", "model_missing"}, {"message", "no model"}, {"hint", "load one"}}}}
                      << std::endl;
        } else if (verb == "die") {
            return 1;
        } else if (verb == "pid") {
            std::cout << Json{{"id", id}, {"result", ::getpid()}} << std::endl;
        }
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string command = argc > 1 ? argv[1] : "";
    if (command == "work") {
        for (int i = 2; i + 1 < argc; ++i)
            if (std::string(argv[i]) == "--die-with-parent") base::dieWithParent(std::atoi(argv[i + 1]));
        return work();
    }
    if (argc < 3) return 2;
    const runs::RunDirectory directory(argv[2]);
    if (command == "rank") return runRank(directory);
    if (command == "supervise") {
        runs::SupervisorOptions options;
        options.engine = argv[0];
        const auto settings = behaviour();
        options.grace = std::chrono::milliseconds(number(settings, "grace_ms", 2000));
        options.kill = std::chrono::milliseconds(number(settings, "kill_ms", 2000));
        return runs::supervise(directory, options) ? 0 : 1;
    }
    if (command == "watch") {  // starts the run and watches it, as a terminal would
        if (!runs::startSupervisor(directory, argv[0])) return 1;
        sleepForever();
    }
    return 2;
}
