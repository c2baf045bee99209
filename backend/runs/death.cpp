#include "runs/death.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fstream>
#include <sstream>

#include "base/files.h"
#include "base/text.h"
#include "runs/heartbeat.h"

namespace anneal::runs {

namespace {

constexpr std::uint64_t kNoSpaceLeft = 1 << 20;  // bytes
constexpr std::int64_t kTailBytes = 8192;

/// The number after `name` in a file of "name number" lines.
std::optional<std::int64_t> counter(const std::string& file, const std::string& name) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(name + " ")) return std::stoll(line.substr(name.size() + 1));
    return std::nullopt;
}

std::int64_t outOfMemoryKills() {
    std::ifstream groups("/proc/self/cgroup");
    for (std::string line; std::getline(groups, line);) {
        const auto parts = base::split(line, ':');
        if (parts.size() < 3) continue;
        if (parts[0] == "0" && parts[1].empty()) {
            if (auto kills = counter("/sys/fs/cgroup" + parts[2] + "/memory.events", "oom_kill")) return *kills;
        } else if (parts[1] == "memory") {
            if (auto kills = counter("/sys/fs/cgroup/memory" + parts[2] + "/memory.oom_control", "oom_kill")) return *kills;
        }
    }
    return counter("/proc/vmstat", "oom_kill").value_or(0);
}

}  // namespace

BeforeDeath BeforeDeath::now(const RunDirectory& directory) {
    BeforeDeath before;
    before.kills_ = outOfMemoryKills();
    std::error_code error;
    const auto bytes = std::filesystem::file_size(directory.log(), error);
    before.logBytes_ = error ? 0 : static_cast<std::int64_t>(bytes);
    return before;
}

bool BeforeDeath::memoryRanOutSince() const { return outOfMemoryKills() > kills_; }

std::string BeforeDeath::logTail(const RunDirectory& directory) const {
    std::ifstream file(directory.log(), std::ios::binary | std::ios::ate);
    if (!file) return {};
    const auto size = static_cast<std::int64_t>(file.tellg());
    file.seekg(std::max(std::min(logBytes_, size), size - kTailBytes));
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Error explainDeath(const RunDirectory& directory, int rank, const base::ExitStatus& status, const BeforeDeath& before) {
    const auto who = "rank " + std::to_string(rank);
    const std::string smaller = "lower per_device_train_batch_size or cutoff_len, or train with LoRA";
    if (auto told = readRankError(directory, rank)) {
        told->message = who + ": " + told->message;
        return *told;
    }
    const auto tail = before.logTail(directory);
    const bool noSpace = base::freeBytes(directory.root()) < kNoSpaceLeft || tail.find("No space left on device") != std::string::npos;
    if (noSpace) return {"disk_full", who + " ended because the disk of " + directory.root().string() + " is full", "free some space"};
    // A shell or a container reports a signal as 128 more.
    const int signal = status.signal != 0 ? status.signal : status.code > 128 && status.code < 160 ? status.code - 128 : 0;
    if (signal == SIGKILL && before.memoryRanOutSince()) return {"out_of_memory", who + " was killed because the memory ran out", smaller};
    if (signal == SIGKILL) return {"rank_killed", who + " was killed (signal 9)", "if nobody did it, the memory ran out: " + smaller};
    if (signal == SIGTERM || signal == SIGINT || signal == SIGHUP)
        return {"rank_killed", who + " was ended by signal " + std::to_string(signal), "somebody or a job scheduler stopped it"};
    if (signal != 0)
        return {"rank_crashed", who + " crashed: " + std::string(::strsignal(signal)) + " (signal " + std::to_string(signal) + ")",
                "look into " + directory.log().string() + " and please report it"};
    if (tail.find("out of memory") != std::string::npos || tail.find("std::bad_alloc") != std::string::npos)
        return {"out_of_memory", who + " ran out of memory", smaller};
    return {"rank_failed", who + " ended with exit code " + std::to_string(status.code), "look into " + directory.log().string()};
}

}  // namespace anneal::runs
