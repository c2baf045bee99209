#pragma once
// One layer of a dense decoder, with norms before attention and before the gated feed-forward.

#include <cstdint>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include "nn/batch.h"
#include "nn/kv_cache.h"
#include "nn/layers/linear.h"
#include "nn/ops/rotary.h"

namespace anneal::nn {

struct RmsNorm {
    at::Tensor weight;
    double eps = 1e-6;

    at::Tensor forward(const at::Tensor& x) const;
};

struct Attention {
    Linear query, key, value, output;
    std::optional<RmsNorm> queryNorm, keyNorm;  ///< of each head, before the rotation
    std::int64_t headDim = 0;
    std::int64_t window = 0;  ///< tokens seen, itself included; 0: all
};

struct FeedForward {
    Linear gate, up, down;

    at::Tensor forward(const at::Tensor& x) const;
};

/// What all layers share in one pass.
struct BlockContext {
    const TokenBatch& batch;
    const RotaryAngles& angles;
    KvCache* cache = nullptr;
    bool fastAllowed = true;
};

struct DecoderBlock {
    std::int64_t index = 0;
    RmsNorm attentionNorm;
    Attention attention;
    RmsNorm feedForwardNorm;
    FeedForward feedForward;

    /// x [tokens, hidden] -> [tokens, hidden]. By the fast tier where it fits, else by forwardReference.
    at::Tensor forward(const at::Tensor& x, const BlockContext& context) const;
    /// The reference tier: plain ATen with autograd.
    at::Tensor forwardReference(const at::Tensor& x, const BlockContext& context) const;

    /// "self_attn.q_proj" and so on, in the order of the parameters.
    std::vector<std::pair<const char*, Linear*>> linears();
    /// Every weight, bias and adapter tensor.
    std::vector<at::Tensor> tensors() const;
    bool dropoutActs() const;

private:
    std::vector<const Linear*> layers() const;
    at::Tensor attend(const at::Tensor& x, const BlockContext& context) const;
};

}  // namespace anneal::nn
