#pragma once
// A decoder-only language model, whatever its family.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "catalogue/model_config.h"
#include "nn/adapters/lora_config.h"
#include "nn/batch.h"
#include "nn/kv_cache.h"
#include "nn/parameters.h"

namespace anneal::nn {

class Linear;

/// A linear layer that an adapter may attach to: "model.layers.0.self_attn.q_proj".
struct NamedLinear {
    std::string name;
    Linear* layer;
};

class CausalLm {
public:
    virtual ~CausalLm() = default;

    virtual const catalogue::ModelConfig& config() const = 0;
    /// Final hidden states after the last norm: [tokens, hidden], in the compute type. With a cache, the batch's sequences
    /// continue its slots (their positions must say so) and the cache grows; use it without gradients only.
    virtual at::Tensor hidden(const TokenBatch& batch, KvCache* cache = nullptr) = 0;
    /// [n, hidden] -> [n, vocab] in the compute type.
    virtual at::Tensor logits(const at::Tensor& hidden) const = 0;
    /// The output head [vocab, hidden], which is the embedding when tied; for linearCrossEntropySum.
    virtual at::Tensor headWeight() const = 0;

    virtual Parameters& parameters() = 0;
    virtual const Parameters& parameters() const = 0;
    /// Every linear layer but the output head, in the order of the parameters.
    virtual std::vector<NamedLinear> linears() = 0;

    /// The type of activations and products.
    virtual at::ScalarType dtype() const = 0;
    virtual at::Device device() const = 0;
    /// Dropout acts only in training. Off after loading.
    virtual void setTraining(bool training) = 0;
    /// Whether blocks may use the fast tier where it fits; they may unless told otherwise.
    virtual void allowFast(bool allowed) = 0;
    /// Whether the backward pass keeps only each block's input and runs the block again; off unless told otherwise.
    virtual void recomputeBlocks(bool recompute) = 0;

    /// The adapter that attachLora or loadAdapter put on, if any.
    std::optional<LoraConfig> adapter;
};

}  // namespace anneal::nn
