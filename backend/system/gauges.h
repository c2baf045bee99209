#pragma once
// Live gauges of this machine, for the run monitor and the heartbeat.

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "system/memory.h"
#include "system/nvml.h"

namespace anneal::system {

struct Gauges {
    std::optional<double> cpuPercent;  ///< 0 to 100 over all cores since the last read; absent on the first
    MemoryInfo memory;
    std::uint64_t processResidentBytes = 0;
    std::uint64_t processPeakBytes = 0;  ///< VmHWM
    std::vector<GpuGauges> gpus;
};

/// Not thread-safe: one reader a thread. A read costs well under a millisecond without a GPU.
class GaugeReader {
public:
    GaugeReader();
    Gauges read();

private:
    std::optional<Nvml> nvml_;
    std::uint64_t busyTicks_ = 0;
    std::uint64_t totalTicks_ = 0;
};

}  // namespace anneal::system
