#include "nn/random_state.h"

#include <mutex>

#include <ATen/ATen.h>

namespace anneal::nn {
namespace {

at::Generator generator(at::Device device) { return at::globalContext().defaultGenerator(device); }

at::Tensor generatorState(at::Device device) {
    auto source = generator(device);
    std::lock_guard lock(source.mutex());
    return source.get_state();
}

void setGeneratorState(at::Device device, const at::Tensor& state) {
    auto target = generator(device);
    std::lock_guard lock(target.mutex());
    target.set_state(state);
}

}  // namespace

at::Tensor randomState(at::Device device) {
    auto state = generatorState(at::kCPU);
    return device.is_cpu() ? state : at::cat({state, generatorState(device).cpu()});
}

void setRandomState(const at::Tensor& state, at::Device device) {
    const auto host = generatorState(at::kCPU).numel();
    if (state.numel() < host) return;
    setGeneratorState(at::kCPU, state.narrow(0, 0, host).clone());
    if (!device.is_cpu() && state.numel() > host) setGeneratorState(device, state.narrow(0, host, state.numel() - host).clone());
}

}  // namespace anneal::nn
