#include "system/memory.h"

#include <algorithm>
#include <cstdlib>

#include "base/files.h"
#include "base/text.h"
#include "system/cgroup.h"

namespace anneal::system {

MemoryInfo readMemory(const std::filesystem::path& root) {
    MemoryInfo memory;
    if (const auto text = base::readFile(root / "proc/meminfo"))
        for (const auto& line : base::split(*text, '\n')) {
            const auto kibibytes = [&] { return std::strtoull(line.c_str() + line.find(':') + 1, nullptr, 10) * 1024; };
            if (line.starts_with("MemTotal:")) memory.totalBytes = kibibytes();
            if (line.starts_with("MemAvailable:")) memory.availableBytes = kibibytes();
        }
    const auto limits = readCgroupLimits(root);
    if (limits.memoryBytes && *limits.memoryBytes < memory.totalBytes) {
        memory.totalBytes = *limits.memoryBytes;
        const auto used = std::min(limits.memoryUsed.value_or(0), memory.totalBytes);
        memory.availableBytes = std::min(memory.availableBytes, memory.totalBytes - used);
    }
    return memory;
}

}  // namespace anneal::system
