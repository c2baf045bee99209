#pragma once
// The way from a spec to a live run, and back into one that ended, as jobs of the tray.

#include "bridge/services.h"

namespace anneal::bridge {

struct StartedRun {
    runs::RunDirectory directory;
    QString id;
};

using RunStarted = std::function<void(Result<StartedRun>)>;

/// Makes the run, prepares its tokens and starts it under a supervisor that outlives the window. It joins the current project.
quint64 startRun(Services& services, runs::RunSpec spec, QObject& receiver, RunStarted started = {});
/// Goes on with a run that is over from its newest checkpoint.
quint64 resumeRun(Services& services, const runs::RunDirectory& directory, QObject& receiver, RunStarted started = {});
/// Asks a live run to checkpoint and end.
void stopRun(Services& services, const runs::RunDirectory& directory);

}  // namespace anneal::bridge
