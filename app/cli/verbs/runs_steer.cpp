// The verbs that ask something of a run: stop, pause, resume, checkpoint, set. Each answers with the state afterwards.

#include <chrono>
#include <iostream>
#include <memory>
#include <thread>

#include "base/files.h"
#include "base/yaml.h"
#include "cli/verbs/run_report.h"
#include "cli/verbs/runs.h"
#include "runs/commands.h"
#include "runs/launch.h"
#include "runs/supervisor.h"

namespace anneal::cli {
namespace {

using namespace std::chrono_literals;
using runs::RunState;

constexpr auto kAnswerTime = 120s;  // a step, and a checkpoint after it

/// Waits for `condition`; false after the time or a Ctrl-C.
bool await(const Context& context, const std::function<bool()>& condition) {
    for (const auto end = std::chrono::steady_clock::now() + kAnswerTime; std::chrono::steady_clock::now() < end;
         std::this_thread::sleep_for(50ms)) {
        if (condition()) return true;
        if (context.stop().stopRequested()) return false;
    }
    return false;
}

RunState stateOf(const runs::RunDirectory& directory) {
    const auto reader = runs::RunReader::open(directory);
    const auto status = reader ? reader->status() : Result<runs::RunStatus>(fail(reader.error()));
    return status ? status->state : RunState::lost;
}

bool isOver(RunState state) { return runs::isTerminal(state) || state == RunState::lost; }

int notLive(const Context& context, const runs::RunDirectory& directory) {
    return context.failure({"run_not_live", directory.root().string() + " is not running", "start it again: anneal runs resume"});
}

int noAnswer(const Context& context, const std::string& what) {
    return context.failure(
        {"no_answer", "the run has not " + what + " yet", "a long step may be under way; look again with anneal runs show"});
}

/// Sends a command and waits until rank 0 has taken it and `condition` holds, or the run is over.
int sendAndAwait(const Context& context, const runs::RunDirectory& directory, const runs::Command& command, const std::string& what,
                 const std::function<bool()>& condition) {
    if (!runs::isLive(directory)) return notLive(context, directory);
    const auto id = runs::sendCommand(directory, command);
    if (!id) return context.failure(id.error());
    const auto file = directory.commands() / (*id + ".json");
    if (!await(context, [&] { return isOver(stateOf(directory)) || (!std::filesystem::exists(file) && condition()); }))
        return noAnswer(context, what);
    return answerState(context, directory);
}

int stop(const Context& context, const runs::RunDirectory& directory) {
    if (const auto asked = runs::requestStop(directory); !asked) return context.failure(asked.error());
    if (!await(context, [&] { return isOver(stateOf(directory)) && !runs::isLive(directory); })) return noAnswer(context, "stopped");
    return answerState(context, directory);
}

int pause(const Context& context, const runs::RunDirectory& directory) {
    return sendAndAwait(context, directory, {runs::CommandKind::pause}, "paused", [&] { return stateOf(directory) == RunState::paused; });
}

int resume(const Context& context, const runs::RunDirectory& directory) {
    if (runs::isLive(directory))
        return sendAndAwait(context, directory, {runs::CommandKind::resume}, "gone on",
                            [&] { return stateOf(directory) == RunState::running; });
    if (stateOf(directory) == RunState::done) return answerState(context, directory);
    if (const auto ready = runs::reopenRun(directory, std::vector<std::string>(), context.progress(), context.stop()); !ready)
        return context.failure(ready.error());
    if (const auto started = runs::startSupervisor(directory, base::executablePath()); !started) return context.failure(started.error());
    if (!await(context, [&] { return stateOf(directory) != RunState::queued; })) return noAnswer(context, "started");
    return answerState(context, directory);
}

int checkpoint(const Context& context, const runs::RunDirectory& directory) {
    const auto newest = [&] {
        const auto list = directory.checkpointList();
        return list.empty() ? std::int64_t{-1} : list.back().step;
    };
    const auto before = newest();
    const auto reader = runs::RunReader::open(directory);
    const auto status = reader ? reader->status() : Result<runs::RunStatus>(fail(reader.error()));
    const bool alreadyThere = status && status->step == before;
    return sendAndAwait(context, directory, {runs::CommandKind::checkpoint}, "written the checkpoint",
                        [&] { return alreadyThere || newest() > before; });
}

int set(const Context& context, const runs::RunDirectory& directory, const std::vector<std::string>& assignments) {
    auto arguments = Json::object();
    for (const auto& assignment : assignments) {
        const auto equals = assignment.find('=');
        const auto key = assignment.substr(0, equals);
        const auto value = equals == std::string::npos ? OrderedJson() : base::parseYamlScalar(assignment.substr(equals + 1));
        if (key != "learning_rate" || !value.is_number() || value.get<double>() <= 0)
            return context.failure(
                {"set_invalid", assignment + " cannot be set while a run trains", "write learning_rate=1e-4, with a rate above 0"});
        arguments[key] = value.get<double>();
    }
    return sendAndAwait(context, directory, {runs::CommandKind::set, arguments}, "taken the new rate", [] { return true; });
}

using Work = std::function<int(const Context&, const runs::RunDirectory&, const std::vector<std::string>&)>;

Verb steering(std::string name, std::string description, bool hasAssignments, Work work) {
    return {std::move(name), std::move(description), [hasAssignments, work](CLI::App& app) -> Action {
                auto run = std::make_shared<std::string>();
                auto assignments = std::make_shared<std::vector<std::string>>();
                app.add_option("run", *run, "Id, unique prefix, directory or last")->required();
                if (hasAssignments) app.add_option("assignments", *assignments, "learning_rate=…")->required();
                return [run, assignments, work](Context& context) {
                    const auto directory = runs::RunDirectory::find(*run);
                    return directory ? work(context, *directory, *assignments) : context.failure(directory.error());
                };
            }};
}

Work plain(int (*work)(const Context&, const runs::RunDirectory&)) {
    return [work](const Context& context, const runs::RunDirectory& directory, const std::vector<std::string>&) {
        return work(context, directory);
    };
}

}  // namespace

Verb runsStopVerb() { return steering("stop", "Finish the step, write a checkpoint and end", false, plain(stop)); }
Verb runsPauseVerb() { return steering("pause", "Wait between two steps until resumed", false, plain(pause)); }
Verb runsResumeVerb() {
    return steering("resume", "Go on: a paused run at once, an ended one from its newest checkpoint", false, plain(resume));
}
Verb runsCheckpointVerb() { return steering("checkpoint", "Write a checkpoint after this step", false, plain(checkpoint)); }
Verb runsSetVerb() { return steering("set", "Change the learning rate of a live run", true, set); }

}  // namespace anneal::cli
