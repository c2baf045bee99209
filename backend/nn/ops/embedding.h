#pragma once

#include <ATen/core/Tensor.h>

namespace anneal::nn {

/// ids int64 [tokens], weight [vocab, hidden] -> [tokens, hidden] in `dtype`. The gradient touches only the rows that were read
/// where the weight keeps a sum of its own (see gradientSum), so that it costs nothing by the vocabulary's size.
at::Tensor embed(const at::Tensor& weight, const at::Tensor& ids, at::ScalarType dtype);

}  // namespace anneal::nn
