#pragma once
// Causal attention within each sequence of a flattened batch.

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "nn/batch.h"

namespace anneal::nn {

/// query [tokens, heads, d], key and value [tokens, kvHeads, d] -> [tokens, heads, d]; scores are scaled by 1 / sqrt(d).
/// Query head h reads key-value head h / (heads / kvHeads). `window` > 0: a token sees that many tokens, itself included.
/// On CUDA in BF16 or FP16: one variable-length flash attention; elsewhere sequence by sequence, without padding.
at::Tensor causalAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const TokenBatch& batch,
                           std::int64_t window = 0);

/// The same by ATen's composite operators on any device, sequence by sequence.
at::Tensor causalAttentionReference(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const TokenBatch& batch,
                                    std::int64_t window = 0);

/// The last query.size(0) tokens of a sequence against all of it: query [new, heads, d], key and value [1, kvHeads, all, d].
at::Tensor continuedAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, std::int64_t window = 0);

}  // namespace anneal::nn
