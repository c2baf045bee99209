#pragma once
// What this machine can do, what is missing, what that costs, and the command that mends it.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "system/probe.h"

namespace anneal::system {

struct Check {
    std::string name;
    bool ok = false;
    bool required = false;  ///< nothing works without it
    std::string found;
    std::string needed;
    std::string cost;  ///< what its absence costs; empty where ok
    std::string fix;   ///< a command; empty where ok or where no command helps
};

/// What lies outside the machine itself.
struct Installation {
    std::filesystem::path dataHome;
    std::uint64_t freeDiskBytes = 0;
    bool dataHomeWritable = false;
    Status engine;                             ///< anneal-engine starts and its libraries load
    std::string engineVersion;                 ///< what it says of itself
    std::vector<std::string> missingPrograms;  ///< of those needed to build from source
};

/// Looks at the disk and the search path, and starts anneal-engine once (LibTorch loads: about a second when cold).
Installation probeInstallation();

std::vector<Check> diagnose(const Machine& machine, const Installation& installation);

}  // namespace anneal::system
