#include "system/cgroup.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/text.h"

namespace anneal::system {
namespace {

namespace fs = std::filesystem;

// Version 1 writes "no limit" as a number near 2^63.
constexpr std::uint64_t kUnlimited = std::uint64_t(1) << 60;

std::string readWord(const fs::path& file) {
    const auto text = base::readFile(file);
    return text ? std::string(base::trim(*text)) : std::string();
}

std::optional<std::uint64_t> readNumber(const fs::path& file) {
    const auto text = readWord(file);
    std::uint64_t value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

std::uint64_t statField(const fs::path& file, std::string_view field) {
    const auto text = base::readFile(file);
    if (!text) return 0;
    for (const auto& line : base::split(*text, '\n'))
        if (line.starts_with(std::string(field) + " ")) return std::strtoull(line.c_str() + field.size() + 1, nullptr, 10);
    return 0;
}

/// Calls `visit` for the group's folder and each of its parents up to the mount, those that exist here.
void eachLevel(const fs::path& mount, std::string group, const std::function<void(const fs::path&)>& visit) {
    while (true) {
        const auto folder = group.empty() || group == "/" ? mount : mount / group.substr(1);
        std::error_code ignored;
        if (fs::is_directory(folder, ignored)) visit(folder);
        if (group.empty() || group == "/") return;
        group = group.substr(0, group.rfind('/'));
    }
}

void tightenCpu(CgroupLimits& limits, double quota, double period) {
    if (quota <= 0 || period <= 0) return;
    limits.cpus = std::min(limits.cpus.value_or(quota / period), quota / period);
}

void tightenMemory(CgroupLimits& limits, std::optional<std::uint64_t> limit, std::optional<std::uint64_t> used, std::uint64_t cache) {
    if (!limit || *limit >= kUnlimited || (limits.memoryBytes && *limits.memoryBytes <= *limit)) return;
    limits.memoryBytes = limit;
    if (used) limits.memoryUsed = *used - std::min(*used, cache);
}

void readUnified(CgroupLimits& limits, const fs::path& folder) {
    const auto quota = base::split(readWord(folder / "cpu.max"), ' ');
    if (quota.size() == 2 && quota[0] != "max") tightenCpu(limits, std::atof(quota[0].c_str()), std::atof(quota[1].c_str()));
    tightenMemory(limits, readNumber(folder / "memory.max"), readNumber(folder / "memory.current"),
                  statField(folder / "memory.stat", "inactive_file"));
}

}  // namespace

CgroupLimits readCgroupLimits(const fs::path& root) {
    CgroupLimits limits;
    const auto membership = base::readFile(root / "proc/self/cgroup");
    if (!membership) return limits;
    const auto mount = root / "sys/fs/cgroup";
    for (const auto& line : base::split(*membership, '\n')) {
        const auto first = line.find(':');
        const auto second = first == std::string::npos ? first : line.find(':', first + 1);
        if (second == std::string::npos) continue;
        const auto controllers = base::split(line.substr(first + 1, second - first - 1), ',');
        const auto group = line.substr(second + 1);
        const auto controls = [&](const char* name) { return std::ranges::find(controllers, name) != controllers.end(); };
        if (line.starts_with("0::")) eachLevel(mount, group, [&](const fs::path& folder) { readUnified(limits, folder); });
        if (controls("memory"))
            eachLevel(mount / "memory", group, [&](const fs::path& folder) {
                tightenMemory(limits, readNumber(folder / "memory.limit_in_bytes"), readNumber(folder / "memory.usage_in_bytes"),
                              statField(folder / "memory.stat", "total_inactive_file"));
            });
        if (controls("cpu"))
            for (const char* name : {"cpu", "cpu,cpuacct"})
                eachLevel(mount / name, group, [&](const fs::path& folder) {
                    const auto quota = readNumber(folder / "cpu.cfs_quota_us");
                    const auto period = readNumber(folder / "cpu.cfs_period_us");
                    if (quota && period) tightenCpu(limits, double(*quota), double(*period));
                });
    }
    return limits;
}

}  // namespace anneal::system
