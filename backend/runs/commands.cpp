#include "runs/commands.h"

#include <algorithm>
#include <array>

#include "base/files.h"
#include "base/hash.h"
#include "base/log.h"
#include "runs/run_state.h"

namespace anneal::runs {

namespace fs = std::filesystem;

namespace {

constexpr std::array kKinds{std::pair{CommandKind::stop, "stop"}, std::pair{CommandKind::checkpoint, "checkpoint"},
                            std::pair{CommandKind::pause, "pause"}, std::pair{CommandKind::resume, "resume"},
                            std::pair{CommandKind::set, "set"}};

struct Waiting {
    double time;
    Command command;
};

std::vector<fs::path> commandFiles(const RunDirectory& directory) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(directory.commands(), error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".json" && !it->path().filename().string().starts_with(".")) files.push_back(it->path());
    return files;
}

Result<Waiting> readCommand(const fs::path& file) {
    ANNEAL_TRY(document, base::readJson(file));
    if (!document.is_object()) return fail("command_invalid", file.string() + " is not a command");
    const auto name = document.value("command", std::string());
    for (const auto& [kind, text] : kKinds)
        if (name == text)
            return Waiting{document.value("time", 0.0), {kind, document.value("arguments", Json::object()), file.stem().string()}};
    return fail("command_invalid", file.string() + ": unknown command " + name);
}

}  // namespace

std::string toText(CommandKind kind) {
    for (const auto& [value, name] : kKinds)
        if (value == kind) return name;
    return {};
}

Result<std::string> sendCommand(const RunDirectory& directory, const Command& command) {
    const auto id = base::randomUuid();
    const Json document{{"command", toText(command.kind)}, {"arguments", command.arguments}, {"time", unixNow()}};
    ANNEAL_CHECK(base::writeFileAtomically(directory.commands() / (id + ".json"), base::dumpJson(document)));
    return id;
}

std::vector<Command> takeCommands(const RunDirectory& directory) {
    std::vector<Waiting> waiting;
    for (const auto& file : commandFiles(directory)) {
        auto command = readCommand(file);
        std::error_code ignored;
        fs::remove(file, ignored);
        if (command)
            waiting.push_back(std::move(*command));
        else
            base::logWarning(command.error().message);
    }
    std::ranges::stable_sort(waiting, {}, &Waiting::time);
    std::vector<Command> commands;
    for (auto& each : waiting) commands.push_back(std::move(each.command));
    return commands;
}

void clearCommands(const RunDirectory& directory) {
    std::error_code ignored;
    for (const auto& file : commandFiles(directory)) fs::remove(file, ignored);
}

}  // namespace anneal::runs
