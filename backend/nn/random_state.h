#pragma once
// The state of LibTorch's random numbers.

#include <ATen/core/Tensor.h>

namespace anneal::nn {

/// Random state of the CPU and the device as one uint8 tensor on the CPU.
at::Tensor randomState(at::Device device);
void setRandomState(const at::Tensor& state, at::Device device);

}  // namespace anneal::nn
