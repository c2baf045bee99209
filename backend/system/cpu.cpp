#include "system/cpu.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <thread>

#include <sched.h>
#if defined(__x86_64__)
#include <cpuid.h>
#endif

#include "base/text.h"
#include "system/cgroup.h"

namespace anneal::system {
namespace {

#if defined(__x86_64__)

struct Registers {
    std::uint32_t eax = 0, ebx = 0, ecx = 0, edx = 0;
};

Registers cpuid(std::uint32_t leaf, std::uint32_t subleaf = 0) {
    Registers out;
    __get_cpuid_count(leaf, subleaf, &out.eax, &out.ebx, &out.ecx, &out.edx);
    return out;
}

bool bit(std::uint64_t value, int position) { return (value >> position) & 1; }

std::uint64_t enabledStates() {
    if (!bit(cpuid(1).ecx, 27)) return 0;  // OSXSAVE
    std::uint32_t low = 0, high = 0;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return (std::uint64_t(high) << 32) | low;
}

// Bit positions: Intel SDM volume 2A, CPUID.
std::vector<std::string> readFeatures() {
    const auto basic = cpuid(1), extended = cpuid(7, 0), more = cpuid(7, 1);
    const auto states = enabledStates();
    const bool ymm = (states & 0x6) == 0x6;
    const bool zmm = ymm && (states & 0xe0) == 0xe0;
    const bool tiles = bit(states, 17) && bit(states, 18);
    std::vector<std::string> features;
    const auto add = [&](bool there, const char* name) {
        if (there) features.emplace_back(name);
    };
    add(ymm && bit(extended.ebx, 5), "avx2");
    add(ymm && bit(basic.ecx, 12), "fma");
    add(ymm && bit(basic.ecx, 29), "f16c");
    add(zmm && bit(extended.ebx, 16), "avx512f");
    add(zmm && bit(extended.ecx, 11), "avx512_vnni");
    add(zmm && bit(more.eax, 5), "avx512_bf16");
    add(zmm && bit(extended.edx, 23), "avx512_fp16");
    add(tiles && bit(extended.edx, 24), "amx_tile");
    add(tiles && bit(extended.edx, 25), "amx_int8");
    add(tiles && bit(extended.edx, 22), "amx_bf16");
    return features;
}

std::string readName() {
    std::array<char, 49> brand{};
    for (std::uint32_t part = 0; part < 3; ++part) {
        const auto registers = cpuid(0x80000002u + part);
        std::memcpy(brand.data() + 16 * part, &registers, 16);
    }
    const auto name = std::string(base::trim(brand.data()));
    return name.empty() ? "x86-64 processor" : name;
}

#else

std::vector<std::string> readFeatures() { return {}; }
std::string readName() { return "processor"; }

#endif

int affinityCores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0) return std::max(1, CPU_COUNT(&set));
    return std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

bool CpuInfo::has(std::string_view feature) const { return std::ranges::find(features, feature) != features.end(); }

CpuInfo readCpu() {
    CpuInfo cpu;
    cpu.name = readName();
    cpu.features = readFeatures();
    cpu.logicalCores = affinityCores();
    const auto quota = readCgroupLimits().cpus.value_or(cpu.logicalCores);
    cpu.usableCores = std::clamp(int(std::ceil(quota)), 1, cpu.logicalCores);
    return cpu;
}

}  // namespace anneal::system
