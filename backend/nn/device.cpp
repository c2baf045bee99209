#include "nn/device.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <mutex>
#include <string>

#include <ATen/Context.h>
#include <ATen/core/ivalue.h>
#include <ATen/cpu/Utils.h>
#include <dlfcn.h>

namespace anneal::nn {
namespace {

/// Loads libtorch_cuda.so from beside libtorch_cpu.so; its static initialisers register the GPU with LibTorch. Must come
/// before the first question about CUDA, whose answer LibTorch remembers. Empty, or why it failed.
const std::string& loadCudaLibrary() {
    static std::once_flag once;
    static std::string problem;
    std::call_once(once, [] {
        Dl_info info{};
        if (::dladdr(reinterpret_cast<const void*>(&at::globalContext), &info) == 0 || !info.dli_fname) {
            problem = "LibTorch's folder could not be found";
            return;
        }
        const auto library = std::filesystem::path(info.dli_fname).parent_path() / "libtorch_cuda.so";
        if (!::dlopen(library.c_str(), RTLD_NOW | RTLD_GLOBAL)) problem = ::dlerror();
    });
    return problem;
}

struct Dtype {
    std::string_view name;
    std::string_view shortName;
    at::ScalarType type;
};
constexpr std::array kDtypes = {Dtype{"float32", "fp32", at::kFloat}, Dtype{"bfloat16", "bf16", at::kBFloat16},
                                Dtype{"float16", "fp16", at::kHalf}};

bool cpuHas(const std::string& feature) {
    const auto features = at::cpu::get_cpu_capabilities();
    const auto found = features.find(feature);
    return found != features.end() && found->second.isBool() && found->second.toBool();
}

}  // namespace

Result<at::Device> openDevice(std::string_view name) {
    if (name == "cpu") return at::Device(at::kCPU);
    int index = 0;
    const bool numbered = name.starts_with("cuda:");
    if (numbered) {
        const auto digits = name.substr(5);
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
        if (problem != std::errc() || end != digits.data() + digits.size() || index < 0) index = -1;
    }
    if ((!numbered && name != "cuda") || index < 0)
        return fail("device_unknown", "there is no device called " + std::string(name), "devices are cpu, cuda, cuda:0, cuda:1, …");
    constexpr auto hint = "use device: cpu, or see `anneal doctor` for what the GPU needs";
    if (const auto& problem = loadCudaLibrary(); !problem.empty())
        return fail("device_unavailable", "LibTorch's CUDA library could not be loaded: " + problem, hint);
    if (!at::hasCUDA()) return fail("device_unavailable", "no CUDA device is usable here", hint);
    const auto count = static_cast<int>(at::detail::getCUDAHooks().deviceCount());
    if (index >= count)
        return fail("device_unavailable", std::string(name) + " was asked for, and there are " + std::to_string(count) + " GPUs", hint);
    return at::Device(at::kCUDA, static_cast<at::DeviceIndex>(index));
}

at::Device bestDevice() { return openDevice("cuda:0").value_or(at::Device(at::kCPU)); }

Result<at::ScalarType> parseDtype(std::string_view name) {
    for (const auto& dtype : kDtypes)
        if (name == dtype.name || name == dtype.shortName) return dtype.type;
    return fail("unsupported_dtype", "there is no type to compute in called " + std::string(name), "choose float32, bfloat16 or float16");
}

std::string_view dtypeName(at::ScalarType dtype) {
    const auto found = std::ranges::find(kDtypes, dtype, &Dtype::type);
    return found == kDtypes.end() ? "other" : found->name;
}

at::ScalarType computeDtypeFor(at::ScalarType requested, at::Device device) {
    if (!device.is_cpu() || requested == at::kFloat) return requested;
    if (requested == at::kBFloat16 && (cpuHas("avx512_bf16") || cpuHas("amx_bf16"))) return requested;
    return at::kFloat;
}

}  // namespace anneal::nn
