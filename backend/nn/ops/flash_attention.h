#pragma once
// Variable-length flash attention on CUDA (Dao 2023), by LibTorch's own kernel.

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "nn/batch.h"

namespace anneal::nn {

/// BF16 or FP16 on CUDA, heads of at most 256 numbers.
bool flashAttentionFits(const at::Tensor& query);

/// As causalAttention, differentiable; the same inputs give the same bits.
at::Tensor flashAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const TokenBatch& batch,
                          std::int64_t window);

}  // namespace anneal::nn
