#pragma once

#include <ATen/core/Tensor.h>

namespace anneal::nn {

/// The FP32 tensor in which a parameter's gradients are summed up, where its owner keeps one (train::Gradients does), else
/// undefined. A backward pass may add to it and give autograd nothing: the sum is then never written as a tensor of its own.
inline at::Tensor gradientSum(const at::Tensor& parameter) {
    if (!parameter.requires_grad() || !parameter.is_leaf()) return {};
    const auto& sum = parameter.grad();
    return sum.defined() && sum.scalar_type() == at::kFloat && !sum.requires_grad() ? sum : at::Tensor();
}

}  // namespace anneal::nn
