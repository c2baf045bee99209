#pragma once
// What the container or the batch system lets this process use (control groups, versions 1 and 2).

#include <cstdint>
#include <filesystem>
#include <optional>

namespace anneal::system {

struct CgroupLimits {
    std::optional<double> cpus;                ///< quota in cores: 1.5 is one core and a half
    std::optional<std::uint64_t> memoryBytes;  ///< the tightest limit from our group up to the root
    std::optional<std::uint64_t> memoryUsed;   ///< by the group that sets the tightest limit, page cache taken off
};

/// Never fails: what cannot be read is not a limit. `root` stands for "/" in tests.
CgroupLimits readCgroupLimits(const std::filesystem::path& root = "/");

}  // namespace anneal::system
