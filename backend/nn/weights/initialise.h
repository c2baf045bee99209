#pragma once

#include <cstdint>

#include "catalogue/model_config.h"
#include "nn/parameters.h"

namespace anneal::nn {

/// Fresh weights as transformers draws them: normal(0, initializer_range) for linear layers and the embedding, zero biases,
/// norms of one. Drawn on `device` by its own generator, so equal seeds give equal weights on one kind of device.
Parameters initialWeights(const catalogue::ModelConfig& config, at::ScalarType dtype, at::Device device, std::uint64_t seed);

}  // namespace anneal::nn
