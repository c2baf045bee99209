#include "train/environment.h"

#include <algorithm>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <c10/core/CachingDeviceAllocator.h>

#include "base/files.h"
#include "base/hash.h"
#include "base/log.h"
#include "nn/device.h"
#include "runs/compute_dtype.h"
#include "system/cpu.h"
#include "system/gauges.h"
#include "system/nvml.h"

namespace anneal::train {

Result<at::Device> openTrainingDevice(const runs::RunSpec& spec, const RankEnvironment& rank) {
    const auto gpu = "cuda:" + std::to_string(rank.localRank);
    switch (spec.device) {
        case runs::DeviceKind::cpu: return at::Device(at::kCPU);
        case runs::DeviceKind::cuda: return nn::openDevice(gpu);
        case runs::DeviceKind::automatic: break;
    }
    if (nn::bestDevice().is_cuda()) return nn::openDevice(gpu);
    return at::Device(at::kCPU);
}

at::ScalarType trainingDtype(const runs::RunSpec& spec, const catalogue::ModelConfig& config, at::Device device) {
    if (spec.computeDtype == runs::ComputeDtype::fp16) base::logWarning("compute_dtype fp16 trains in bf16, which does not overflow");
    const auto dtype = runs::resolvedDtype(spec, config, !device.is_cpu(), system::readCpu().fastBf16());
    return dtype == runs::ComputeDtype::bf16 ? at::kBFloat16 : at::kFloat;
}

void setThreads(const runs::RunSpec& spec, const RankEnvironment& rank) {
    const auto shared = system::readCpu().usableCores / rank.localWorldSize;
    at::set_num_threads(spec.threads > 0 ? spec.threads : std::max(1, shared));
}

Json reproducibilityEnvironment(at::Device device, int worldSize) {
    std::string name = "cpu";
    if (device.is_cuda()) {
        const auto nvml = system::Nvml::open();
        const auto gpus = nvml ? nvml->devices() : std::vector<system::GpuInfo>{};
        name = gpus.empty() ? "cuda" : gpus.front().name;
    }
    // One build is one executable: its hash covers our code and what is linked into it.
    static const auto build = base::sha256File(base::executablePath()).value_or("unknown").substr(0, 16);
    return {{"device", name},
            {"world_size", worldSize},
            {"threads", at::get_num_threads()},
            {"cpu_capability", at::get_cpu_capability()},
            {"build", build}};
}

std::vector<std::string> environmentChanges(const Json& before, const Json& now) {
    std::vector<std::string> changes;
    for (const auto& [key, value] : now.items())
        if (!before.contains(key) || before.at(key) != value)
            changes.push_back(key + " " + value.dump() + ", was " + (before.contains(key) ? before.at(key).dump() : "unknown"));
    return changes;
}

std::int64_t peakMemoryBytes(at::Device device) {
    if (device.is_cuda()) {
        const auto stats = c10::getDeviceAllocator(device.type())->getDeviceStats(device.index());
        return stats.allocated_bytes[static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE)].peak;
    }
    return static_cast<std::int64_t>(system::GaugeReader().read().processPeakBytes);
}

}  // namespace anneal::train
