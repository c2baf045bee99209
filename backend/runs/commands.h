#pragma once
// commands/<uuid>.json: what watchers ask of a run. Written aside and renamed in; rank 0 takes them between steps.

#include <string>
#include <vector>

#include "base/json.h"
#include "runs/run_directory.h"

namespace anneal::runs {

enum class CommandKind { stop, checkpoint, pause, resume, set };

std::string toText(CommandKind kind);

struct Command {
    CommandKind kind = CommandKind::stop;
    Json arguments = Json::object();  ///< of set: {"learning_rate": 1e-4}
    std::string id;                   ///< the file's name; given by sendCommand
};

/// Returns the command's id.
Result<std::string> sendCommand(const RunDirectory& directory, const Command& command);

/// Commands waiting, oldest first; taking one removes its file. Malformed files are removed and logged.
std::vector<Command> takeCommands(const RunDirectory& directory);
/// Forgets what an earlier life left unread.
void clearCommands(const RunDirectory& directory);

}  // namespace anneal::runs
