#include "runs/compute_dtype.h"

namespace anneal::runs {
namespace {

constexpr std::int64_t kWorthBf16OnCpu = 20'000'000;  // parameters

}  // namespace

ComputeDtype resolvedDtype(const RunSpec& spec, const catalogue::ModelConfig& config, bool gpu, bool cpuMultipliesBf16) {
    if (spec.computeDtype == ComputeDtype::fp32) return ComputeDtype::fp32;
    if (gpu) return ComputeDtype::bf16;
    if (!cpuMultipliesBf16) return ComputeDtype::fp32;
    const bool chosen = spec.computeDtype != ComputeDtype::automatic;
    return chosen || config.parameterCount() >= kWorthBf16OnCpu ? ComputeDtype::bf16 : ComputeDtype::fp32;
}

}  // namespace anneal::runs
