#include "nn/batch.h"

#include <algorithm>

namespace anneal::nn {

TokenBatch makeBatch(std::span<const std::span<const std::int32_t>> sequences, at::Device device,
                     std::span<const std::int64_t> firstPositions) {
    TokenBatch batch;
    batch.cuSeqlens.push_back(0);
    for (const auto& sequence : sequences) {
        batch.cuSeqlens.push_back(batch.cuSeqlens.back() + static_cast<std::int32_t>(sequence.size()));
        batch.maxSeqlen = std::max(batch.maxSeqlen, static_cast<std::int32_t>(sequence.size()));
    }
    auto ids = at::empty({batch.tokens()}, at::kLong);
    auto positions = at::empty({batch.tokens()}, at::kLong);
    auto* id = ids.mutable_data_ptr<std::int64_t>();
    auto* position = positions.mutable_data_ptr<std::int64_t>();
    for (std::size_t s = 0; s < sequences.size(); ++s) {
        const std::int64_t first = firstPositions.empty() ? 0 : firstPositions[s];
        for (std::size_t t = 0; t < sequences[s].size(); ++t) {
            *id++ = sequences[s][t];
            *position++ = first + static_cast<std::int64_t>(t);
        }
    }
    batch.ids = ids.to(device);
    batch.positions = positions.to(device);
    batch.cuSeqlensDevice = at::tensor(batch.cuSeqlens, at::kInt).to(device);
    return batch;
}

TokenBatch makeBatch(std::span<const std::int32_t> sequence, at::Device device, std::int64_t firstPosition) {
    return makeBatch({&sequence, 1}, device, {&firstPosition, 1});
}

}  // namespace anneal::nn
