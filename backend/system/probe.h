#pragma once
// Everything known about this machine, read once.

#include <optional>
#include <string>
#include <vector>

#include "system/cpu.h"
#include "system/cuda_libraries.h"
#include "system/memory.h"
#include "system/nvml.h"

namespace anneal::system {

struct Machine {
    CpuInfo cpu;
    MemoryInfo memory;
    std::vector<GpuInfo> gpus;
    std::string driverVersion;      ///< NVIDIA's; empty where no driver answers
    std::string driverCudaVersion;  ///< the newest CUDA it runs
    std::string driverProblem;      ///< why the driver does not answer, empty where it does
    bool gpuOnBus = false;          ///< an NVIDIA device is plugged in
    std::optional<LibraryVersion> cudaRuntime;
    std::optional<LibraryVersion> cudnn;
};

/// A few milliseconds without a GPU; NVML takes about 50 ms to start with one.
Machine probeMachine();

}  // namespace anneal::system
