#include "nn/weights/initialise.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>

namespace anneal::nn {
namespace {

at::Generator makeGenerator(at::Device device, std::uint64_t seed) {
    if (device.is_cpu()) return at::detail::createCPUGenerator(seed);
    auto generator = at::globalContext().getAcceleratorHooksInterface(device.type()).getNewGenerator(device.index());
    generator.set_current_seed(seed);
    return generator;
}

}  // namespace

Parameters initialWeights(const catalogue::ModelConfig& config, at::ScalarType dtype, at::Device device, std::uint64_t seed) {
    const auto generator = makeGenerator(device, seed);
    Parameters parameters;
    for (const auto& [name, shape] : config.parameters()) {
        auto tensor = at::empty(shape, at::TensorOptions(at::kFloat).device(device));
        if (shape.size() > 1)
            tensor.normal_(0, config.initializerRange, generator);
        else
            tensor.fill_(name.ends_with(".bias") ? 0 : 1);
        parameters.add(name, tensor.to(dtype));
    }
    return parameters;
}

}  // namespace anneal::nn
