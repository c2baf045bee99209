#include "train/objective.h"

#include <vector>

#include <ATen/ATen.h>

#include "nn/ops/cross_entropy.h"

namespace anneal::train {

at::Tensor crossEntropySum(nn::CausalLm& model, const text::PreparedTokens& tokens, std::span<const std::uint32_t> rows) {
    std::vector<std::span<const std::int32_t>> sequences;
    std::vector<std::int64_t> positions, targets;
    std::int64_t offset = 0;
    for (const auto row : rows) {
        const auto ids = tokens.ids(row);
        const auto trained = tokens.trained(row);
        std::size_t needed = 0;
        for (std::size_t next = 1; next < ids.size(); ++next) {
            if (!trained[next]) continue;
            positions.push_back(offset + static_cast<std::int64_t>(next) - 1);
            targets.push_back(ids[next]);
            needed = next;
        }
        if (needed == 0) continue;
        sequences.push_back(ids.first(needed));
        offset += static_cast<std::int64_t>(needed);
    }
    if (sequences.empty()) return {};

    const auto device = model.device();
    auto states = model.hidden(nn::makeBatch(sequences, device));
    if (static_cast<std::int64_t>(positions.size()) < offset) states = states.index_select(0, at::tensor(positions, at::kLong).to(device));
    return nn::linearCrossEntropySum(states, model.headWeight(), at::tensor(targets, at::kLong).to(device));
}

}  // namespace anneal::train
