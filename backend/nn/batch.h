#pragma once
// Token sequences laid end to end, without padding: the one input shape of every model.

#include <cstdint>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

namespace anneal::nn {

/// `tokens` is the sum of the sequences' lengths. Attention is causal within a sequence and absent between sequences.
struct TokenBatch {
    at::Tensor ids;                       ///< int64 [tokens]
    at::Tensor positions;                 ///< int64 [tokens], restarting with each sequence
    std::vector<std::int32_t> cuSeqlens;  ///< [sequences + 1], first 0, last `tokens`
    at::Tensor cuSeqlensDevice;           ///< int32 [sequences + 1] on the ids' device
    std::int32_t maxSeqlen = 0;

    std::int64_t tokens() const { return cuSeqlens.empty() ? 0 : cuSeqlens.back(); }
    std::int64_t sequences() const { return cuSeqlens.empty() ? 0 : static_cast<std::int64_t>(cuSeqlens.size()) - 1; }
};

/// `firstPositions` gives each sequence's first position (what a KvCache already holds); empty: zero for all.
TokenBatch makeBatch(std::span<const std::span<const std::int32_t>> sequences, at::Device device,
                     std::span<const std::int64_t> firstPositions = {});
TokenBatch makeBatch(std::span<const std::int32_t> sequence, at::Device device, std::int64_t firstPosition = 0);

}  // namespace anneal::nn
