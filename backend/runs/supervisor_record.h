#pragma once
// supervisor.json: which process sees to the run.

#include <optional>

#include "runs/heartbeat.h"

namespace anneal::runs {

Status writeSupervisor(const RunDirectory& directory, const ProcessIdentity& process);
/// Unless another process has taken over since.
void removeSupervisor(const RunDirectory& directory, const ProcessIdentity& process);
std::optional<ProcessIdentity> readSupervisor(const RunDirectory& directory);

}  // namespace anneal::runs
