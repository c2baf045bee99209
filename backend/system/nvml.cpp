#include "system/nvml.h"

#include <array>

#include <dlfcn.h>

namespace anneal::system {
namespace {

// The few declarations of NVML's stable C interface that are used here.
using Device = struct NvmlDevice*;
struct Memory {
    unsigned long long total, free, used;
};
struct Utilisation {
    unsigned gpu, memory;
};
constexpr unsigned kTemperatureGpu = 0;
constexpr std::size_t kTextBytes = 96;

}  // namespace

struct Nvml::Library {
    void* handle = nullptr;
    bool started = false;
    int (*init)() = nullptr;
    int (*shutdown)() = nullptr;
    const char* (*errorString)(int) = nullptr;
    int (*driverVersion)(char*, unsigned) = nullptr;
    int (*cudaVersion)(int*) = nullptr;
    int (*count)(unsigned*) = nullptr;
    int (*deviceAt)(unsigned, Device*) = nullptr;
    int (*name)(Device, char*, unsigned) = nullptr;
    int (*uuid)(Device, char*, unsigned) = nullptr;
    int (*memory)(Device, Memory*) = nullptr;
    int (*capability)(Device, int*, int*) = nullptr;
    int (*utilisation)(Device, Utilisation*) = nullptr;
    int (*temperature)(Device, unsigned, unsigned*) = nullptr;
    int (*power)(Device, unsigned*) = nullptr;

    ~Library() {
        if (started) shutdown();
        if (handle) ::dlclose(handle);
    }

    template <class Function>
    bool bind(Function& function, const char* symbol) {
        function = reinterpret_cast<Function>(::dlsym(handle, symbol));
        return function != nullptr;
    }

    bool bindAll() {
        return bind(init, "nvmlInit_v2") && bind(shutdown, "nvmlShutdown") && bind(errorString, "nvmlErrorString") &&
               bind(driverVersion, "nvmlSystemGetDriverVersion") && bind(cudaVersion, "nvmlSystemGetCudaDriverVersion_v2") &&
               bind(count, "nvmlDeviceGetCount_v2") && bind(deviceAt, "nvmlDeviceGetHandleByIndex_v2") && bind(name, "nvmlDeviceGetName") &&
               bind(uuid, "nvmlDeviceGetUUID") && bind(memory, "nvmlDeviceGetMemoryInfo") &&
               bind(capability, "nvmlDeviceGetCudaComputeCapability") && bind(utilisation, "nvmlDeviceGetUtilizationRates") &&
               bind(temperature, "nvmlDeviceGetTemperature") && bind(power, "nvmlDeviceGetPowerUsage");
    }

    template <class Visit>
    void eachDevice(Visit visit) const {
        unsigned total = 0;
        if (count(&total) != 0) return;
        for (unsigned index = 0; index < total; ++index)
            if (Device device = nullptr; deviceAt(index, &device) == 0) visit(int(index), device);
    }
};

std::vector<std::string> GpuInfo::dtypes() const {
    std::vector<std::string> names{"fp32"};
    const int capability = computeMajor * 10 + computeMinor;
    if (capability >= 70) names.emplace_back("fp16");
    if (capability >= 80) names.emplace_back("bf16");
    if (capability >= 89) names.emplace_back("fp8");
    return names;
}

Nvml::Nvml(std::unique_ptr<Library> library) : library_(std::move(library)) {}
Nvml::Nvml(Nvml&&) noexcept = default;
Nvml& Nvml::operator=(Nvml&&) noexcept = default;
Nvml::~Nvml() = default;

Result<Nvml> Nvml::open() {
    auto library = std::make_unique<Library>();
    library->handle = ::dlopen("libnvidia-ml.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library->handle) return fail("nvml_missing", "libnvidia-ml.so.1 is not installed", "install NVIDIA's driver");
    if (!library->bindAll()) return fail("nvml_failed", "NVIDIA's driver is too old", "install driver 450 or newer");
    if (const int code = library->init(); code != 0)
        return fail("nvml_failed", std::string("NVIDIA's driver answers: ") + library->errorString(code),
                    "reinstall the driver or restart the machine");
    library->started = true;
    return Nvml(std::move(library));
}

std::string Nvml::driverVersion() const {
    std::array<char, kTextBytes> text{};
    return library_->driverVersion(text.data(), text.size()) == 0 ? text.data() : "";
}

std::string Nvml::cudaVersion() const {
    int version = 0;
    if (library_->cudaVersion(&version) != 0) return "";
    return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

std::vector<GpuInfo> Nvml::devices() const {
    std::vector<GpuInfo> found;
    library_->eachDevice([&](int index, Device device) {
        GpuInfo gpu{.index = index};
        std::array<char, kTextBytes> text{};
        if (library_->name(device, text.data(), text.size()) == 0) gpu.name = text.data();
        if (library_->uuid(device, text.data(), text.size()) == 0) gpu.uuid = text.data();
        if (Memory memory{}; library_->memory(device, &memory) == 0) {
            gpu.memoryBytes = memory.total;
            gpu.memoryFreeBytes = memory.free;
        }
        library_->capability(device, &gpu.computeMajor, &gpu.computeMinor);
        found.push_back(std::move(gpu));
    });
    return found;
}

std::vector<GpuGauges> Nvml::gauges() const {
    std::vector<GpuGauges> read;
    library_->eachDevice([&](int index, Device device) {
        GpuGauges gauges{.index = index};
        if (Utilisation busy{}; library_->utilisation(device, &busy) == 0) gauges.utilisationPercent = int(busy.gpu);
        if (unsigned degrees = 0; library_->temperature(device, kTemperatureGpu, &degrees) == 0) gauges.temperatureCelsius = int(degrees);
        if (unsigned milliwatts = 0; library_->power(device, &milliwatts) == 0) gauges.powerWatts = milliwatts / 1000.0;
        if (Memory memory{}; library_->memory(device, &memory) == 0) {
            gauges.memoryUsedBytes = memory.used;
            gauges.memoryTotalBytes = memory.total;
        }
        read.push_back(gauges);
    });
    return read;
}

}  // namespace anneal::system
