#include "system/doctor.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include <unistd.h>

#include "base/files.h"
#include "base/process.h"
#include "base/text.h"

namespace anneal::system {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kGiB = std::uint64_t(1) << 30;
constexpr std::uint64_t kLeastMemory = 4 * kGiB;  // LibTorch, a small model and its optimiser
constexpr std::uint64_t kLeastDisk = 10 * kGiB;   // a 1.5B base in BF16, three checkpoints of an adapter, two exports
constexpr std::chrono::seconds kEngineStart(30);
constexpr std::array kBuildPrograms{"cmake", "ninja", "g++", "ccache", "mold"};
constexpr const char* kBootstrapCuda = "installer/bootstrap --cuda";

bool onSearchPath(std::string_view program) {
    const char* path = std::getenv("PATH");
    return std::ranges::any_of(base::split(path ? path : "", ':'),
                               [&](const std::string& folder) { return ::access((fs::path(folder) / program).c_str(), X_OK) == 0; });
}

bool writable(fs::path folder) {
    std::error_code ignored;
    while (!fs::exists(folder, ignored) && folder != folder.parent_path()) folder = folder.parent_path();
    return ::access(folder.c_str(), W_OK) == 0;
}

Result<std::string> askEngine() {
    const auto program = base::siblingProgram("anneal-engine");
    std::error_code ignored;
    if (!fs::exists(program, ignored)) return fail("engine_missing", program.string() + " is not there");
    base::ProcessOptions options{.program = program, .arguments = {"--version"}};
    options.pipeOutput = true;
    ANNEAL_TRY(engine, base::Process::spawn(options));
    const auto line = engine.readLine(kEngineStart);
    const auto status = engine.wait(kEngineStart);
    if (!line || !status || !status->ok()) return fail("engine_broken", program.string() + " does not start");
    return *line;
}

std::string joined(const std::vector<std::string>& words) { return words.empty() ? "none" : base::join(words, ", "); }

Check cpuCheck(const CpuInfo& cpu) {
    Check check{.name = "cpu", .ok = cpu.has("avx2") && cpu.has("fma"), .required = true};
    check.found = cpu.name + ": " + joined(cpu.features);
    check.needed = "avx2 and fma";
    if (!check.ok) check.cost = "training and generation on the CPU run several times slower, or not at all";
    return check;
}

Check bf16Check(const CpuInfo& cpu) {
    Check check{.name = "cpu_bf16", .ok = cpu.fastBf16()};
    check.found = check.ok ? "in hardware" : "not in hardware";
    check.needed = "avx512_bf16 or amx_bf16";
    if (!check.ok) check.cost = "BF16 halves the memory on this CPU but is no faster than FP32";
    return check;
}

Check coresCheck(const CpuInfo& cpu) {
    Check check{.name = "cores", .ok = cpu.usableCores >= 2};
    check.found = std::to_string(cpu.usableCores) + " of " + std::to_string(cpu.logicalCores);
    check.needed = "2";
    if (!check.ok) check.cost = "importing and training share one core";
    return check;
}

Check memoryCheck(const MemoryInfo& memory) {
    Check check{.name = "memory", .ok = memory.totalBytes >= kLeastMemory, .required = true};
    check.found = base::formatBytes(memory.totalBytes) + ", " + base::formatBytes(memory.availableBytes) + " available";
    check.needed = base::formatBytes(kLeastMemory);
    if (!check.ok) check.cost = "only the smallest models fit";
    return check;
}

Check diskCheck(const Installation& installation) {
    Check check{.name = "disk", .ok = installation.freeDiskBytes >= kLeastDisk};
    check.found = base::formatBytes(installation.freeDiskBytes) + " free at " + installation.dataHome.string();
    check.needed = base::formatBytes(kLeastDisk);
    if (!check.ok) {
        check.cost = "checkpoints and exports may not fit";
        check.fix = "export XDG_DATA_HOME=<a folder on a larger disk>";
    }
    return check;
}

Check dataHomeCheck(const Installation& installation) {
    Check check{.name = "data_home", .ok = installation.dataHomeWritable, .required = true};
    check.found = installation.dataHome.string() + (check.ok ? "" : " (not writable)");
    check.needed = "a writable folder";
    if (!check.ok) {
        check.cost = "no run, data set or model can be kept";
        check.fix = "export XDG_DATA_HOME=<a folder of yours>";
    }
    return check;
}

Check engineCheck(const Installation& installation) {
    Check check{.name = "engine", .ok = installation.engine.has_value(), .required = true};
    check.found = check.ok ? installation.engineVersion : installation.engine.error().message;
    check.needed = "anneal-engine beside this program, with LibTorch";
    if (!check.ok) {
        check.cost = "training, evaluation, chat and export do not run";
        check.fix = "installer/bootstrap && cmake --preset release && cmake --build build --target anneal-engine";
    }
    return check;
}

Check driverCheck(const Machine& machine) {
    Check check{.name = "nvidia_driver", .ok = !machine.gpus.empty() || !machine.gpuOnBus};
    check.needed = machine.gpuOnBus ? "NVIDIA's driver, 580 or newer for CUDA 13" : "nothing: no NVIDIA GPU is plugged in";
    if (!machine.driverVersion.empty())
        check.found = machine.driverVersion + " (CUDA " + machine.driverCudaVersion + "), " + std::to_string(machine.gpus.size()) + " GPU";
    else
        check.found = machine.driverProblem;
    if (!check.ok) {
        check.cost = "the GPU stands idle; training runs on the CPU, 50 to 500 times slower";
        check.fix = "sudo apt-get install nvidia-driver firmware-misc-nonfree && sudo reboot";
    }
    return check;
}

Check libraryCheck(const char* name, const char* title, const std::optional<LibraryVersion>& library, bool gpu, const char* cost) {
    Check check{.name = name, .ok = library.has_value() || !gpu};
    check.found = library ? library->version + " in " + library->path.parent_path().string() : "none";
    check.needed = gpu ? title : "nothing: no GPU to use it";
    if (!check.ok) {
        check.cost = cost;
        check.fix = kBootstrapCuda;
    }
    return check;
}

Check programsCheck(const std::vector<std::string>& missing) {
    Check check{.name = "build_tools", .ok = missing.empty()};
    check.needed = joined({kBuildPrograms.begin(), kBuildPrograms.end()});
    check.found = missing.empty() ? "all" : "missing: " + joined(missing);
    if (!check.ok) {
        auto packages = missing;
        std::ranges::replace(packages, std::string("ninja"), std::string("ninja-build"));
        check.cost = "Anneal Studio cannot be built from source here";
        check.fix = "sudo apt-get install " + base::join(packages, " ");
    }
    return check;
}

}  // namespace

Installation probeInstallation() {
    Installation installation{.dataHome = base::dataHome()};
    installation.freeDiskBytes = base::freeBytes(installation.dataHome);
    installation.dataHomeWritable = writable(installation.dataHome);
    if (auto answer = askEngine())
        installation.engineVersion = *answer;
    else
        installation.engine = fail(answer.error());
    for (const char* program : kBuildPrograms)
        if (!onSearchPath(program)) installation.missingPrograms.emplace_back(program);
    return installation;
}

std::vector<Check> diagnose(const Machine& machine, const Installation& installation) {
    const bool gpu = machine.gpuOnBus;
    return {
        cpuCheck(machine.cpu),
        bf16Check(machine.cpu),
        coresCheck(machine.cpu),
        memoryCheck(machine.memory),
        diskCheck(installation),
        dataHomeCheck(installation),
        engineCheck(installation),
        driverCheck(machine),
        libraryCheck("cuda_runtime", "CUDA 12 or 13", machine.cudaRuntime, gpu, "the engine cannot use the GPU"),
        libraryCheck("cudnn", "cuDNN 9", machine.cudnn, gpu, "the engine cannot use the GPU: LibTorch's CUDA library needs it"),
        programsCheck(installation.missingPrograms),
    };
}

}  // namespace anneal::system
