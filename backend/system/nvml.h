#pragma once
// NVIDIA's management library, loaded at run time: it comes with the driver, and most machines have none.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace anneal::system {

struct GpuInfo {
    int index = 0;
    std::string name;  ///< "NVIDIA H200"
    std::string uuid;
    std::uint64_t memoryBytes = 0;
    std::uint64_t memoryFreeBytes = 0;
    int computeMajor = 0;  ///< compute capability 9.0: major 9, minor 0
    int computeMinor = 0;
    std::vector<std::string> dtypes() const;  ///< that tensor cores multiply, fp32 first
};

/// One reading. What the device does not report is absent.
struct GpuGauges {
    int index = 0;
    std::optional<int> utilisationPercent;
    std::optional<int> temperatureCelsius;
    std::optional<double> powerWatts;
    std::uint64_t memoryUsedBytes = 0;
    std::uint64_t memoryTotalBytes = 0;
};

class Nvml {
public:
    /// Errors: "nvml_missing" (no driver installed), "nvml_failed" (the driver answers with an error).
    static Result<Nvml> open();
    Nvml(Nvml&&) noexcept;
    Nvml& operator=(Nvml&&) noexcept;
    ~Nvml();

    std::string driverVersion() const;  ///< "580.82.07"
    std::string cudaVersion() const;    ///< the newest CUDA that this driver runs: "13.0"
    std::vector<GpuInfo> devices() const;
    std::vector<GpuGauges> gauges() const;

private:
    struct Library;
    explicit Nvml(std::unique_ptr<Library> library);
    std::unique_ptr<Library> library_;
};

}  // namespace anneal::system
