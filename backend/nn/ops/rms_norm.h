#pragma once

#include <ATen/core/Tensor.h>

namespace anneal::nn {

/// x / sqrt(mean(x²) + eps) · weight over the last dimension (Zhang and Sennrich 2019). The statistics are FP32 whatever the
/// type of x, and the result has x's type, rounded before the weight as transformers does.
at::Tensor rmsNorm(const at::Tensor& x, const at::Tensor& weight, double eps);

}  // namespace anneal::nn
