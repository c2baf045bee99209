#pragma once
// Keys and values of what was already read, for incremental decoding. Sequence i of a batch continues slot i.

#include <cstdint>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include "catalogue/model_config.h"
#include "nn/batch.h"

namespace anneal::nn {

class KvCache {
public:
    /// Room for `capacity` tokens in each of `sequences` slots; type and device as the model's.
    KvCache(const catalogue::ModelConfig& config, std::int64_t sequences, std::int64_t capacity, at::ScalarType dtype, at::Device device);

    std::int64_t sequences() const { return static_cast<std::int64_t>(lengths_.size()); }
    std::int64_t capacity() const { return capacity_; }
    std::int64_t length(std::int64_t slot) const { return lengths_.at(slot); }

    /// Used by the attention layer: writes `key`, `value` [new, kvHeads, headDim] behind what the slot holds and returns
    /// all of the slot's as [1, kvHeads, length + new, headDim]. Throws when the capacity is exceeded.
    std::pair<at::Tensor, at::Tensor> append(std::int64_t layer, std::int64_t slot, const at::Tensor& key, const at::Tensor& value);
    /// Used by the model after its last layer: every slot is longer by its sequence of the batch.
    void advance(const TokenBatch& batch);

private:
    std::int64_t capacity_;
    std::vector<std::int64_t> lengths_;
    std::vector<at::Tensor> keys_;  ///< a layer: [sequences, kvHeads, capacity, headDim]
    std::vector<at::Tensor> values_;
};

}  // namespace anneal::nn
