#include "system/probe.h"

namespace anneal::system {

Machine probeMachine() {
    Machine machine{.cpu = readCpu(), .memory = readMemory()};
    if (const auto nvml = Nvml::open()) {
        machine.gpus = nvml->devices();
        machine.driverVersion = nvml->driverVersion();
        machine.driverCudaVersion = nvml->cudaVersion();
    } else {
        machine.driverProblem = nvml.error().message;
    }
    machine.gpuOnBus = !machine.gpus.empty() || nvidiaDevicePresent();
    machine.cudaRuntime = findCudaRuntime();
    machine.cudnn = findCudnn();
    return machine;
}

}  // namespace anneal::system
