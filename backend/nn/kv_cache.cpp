#include "nn/kv_cache.h"

#include <stdexcept>

namespace anneal::nn {

KvCache::KvCache(const catalogue::ModelConfig& config, std::int64_t sequences, std::int64_t capacity, at::ScalarType dtype,
                 at::Device device)
    : capacity_(capacity), lengths_(static_cast<std::size_t>(sequences), 0) {
    const auto options = at::TensorOptions(dtype).device(device);
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        keys_.push_back(at::empty({sequences, config.kvHeads, capacity, config.headDim}, options));
        values_.push_back(at::empty({sequences, config.kvHeads, capacity, config.headDim}, options));
    }
}

std::pair<at::Tensor, at::Tensor> KvCache::append(std::int64_t layer, std::int64_t slot, const at::Tensor& key, const at::Tensor& value) {
    const auto held = length(slot);
    const auto added = key.size(0);
    if (held + added > capacity_)
        throw std::length_error("the key-value cache holds " + std::to_string(capacity_) + " tokens, and " + std::to_string(held + added) +
                                " are wanted");
    const auto whole = [&](const at::Tensor& store, const at::Tensor& fresh) {
        const auto heads = store.select(0, slot);
        heads.narrow(1, held, added).copy_(fresh.transpose(0, 1));
        return heads.narrow(1, 0, held + added).unsqueeze(0);
    };
    const auto at = static_cast<std::size_t>(layer);
    return {whole(keys_[at], key), whole(values_[at], value)};
}

void KvCache::advance(const TokenBatch& batch) {
    for (std::size_t slot = 0; slot + 1 < batch.cuSeqlens.size(); ++slot)
        lengths_.at(slot) += batch.cuSeqlens[slot + 1] - batch.cuSeqlens[slot];
}

}  // namespace anneal::nn
