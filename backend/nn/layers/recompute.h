#pragma once

#include <functional>
#include <vector>

#include <ATen/core/Tensor.h>

namespace anneal::nn {

/// run(x), of which only x is kept for the backward pass: it runs once more there (Chen et al. 2016, gradient checkpointing).
/// `parameters`: the trained tensors that `run` reads. With `random` it draws the same numbers again.
at::Tensor recomputed(const at::Tensor& x, const std::vector<at::Tensor>& parameters, bool random,
                      std::function<at::Tensor(const at::Tensor&)> run);

}  // namespace anneal::nn
