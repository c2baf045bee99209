#pragma once
// Main memory as this process may use it.

#include <cstdint>
#include <filesystem>

namespace anneal::system {

struct MemoryInfo {
    std::uint64_t totalBytes = 0;      ///< of the machine, or of the container where that is less
    std::uint64_t availableBytes = 0;  ///< what can be had now without swapping
};

/// From /proc/meminfo and the control group. `root` stands for "/" in tests.
MemoryInfo readMemory(const std::filesystem::path& root = "/");

}  // namespace anneal::system
