#include "train/objective.h"

#include <algorithm>
#include <bit>
#include <vector>

#include <ATen/ATen.h>

#include "nn/ops/cross_entropy.h"

namespace anneal::train {

namespace {

/// Tokens to put behind a batch so that few batch sizes occur. oneDNN, which multiplies BF16 on a CPU, compiles a product for each
/// shape it meets: a third of the time of a small model. Rounding up to a sixteenth of the size costs 3 % and meets most again.
std::int64_t padding(std::int64_t tokens, const nn::CausalLm& model) {
    if (!model.device().is_cpu() || model.dtype() != at::kBFloat16) return 0;
    const auto unit = std::max<std::int64_t>(16, static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(tokens)) / 16));
    return (tokens + unit - 1) / unit * unit - tokens;
}

/// The hidden states that predict a trained token, all samples one after another.
struct Predictions {
    at::Tensor states;                 ///< [n, hidden]; undefined when n is 0
    at::Tensor targets;                ///< int64 [n]
    std::vector<std::int64_t> counts;  ///< of each sample
};

Predictions predict(nn::CausalLm& model, const text::PreparedTokens& tokens, std::span<const std::uint32_t> rows) {
    Predictions predictions;
    std::vector<std::span<const std::int32_t>> sequences;
    std::vector<std::int64_t> positions, targets;
    std::int64_t offset = 0;
    for (const auto row : rows) {
        const auto ids = tokens.ids(row);
        const auto trained = tokens.trained(row);
        const auto before = targets.size();
        std::size_t needed = 0;
        for (std::size_t next = 1; next < ids.size(); ++next) {
            if (!trained[next]) continue;
            positions.push_back(offset + static_cast<std::int64_t>(next) - 1);
            targets.push_back(ids[next]);
            needed = next;
        }
        predictions.counts.push_back(static_cast<std::int64_t>(targets.size() - before));
        if (needed == 0) continue;
        sequences.push_back(ids.first(needed));
        offset += static_cast<std::int64_t>(needed);
    }
    if (sequences.empty()) return predictions;

    const std::vector<std::int32_t> filler(static_cast<std::size_t>(padding(offset, model)), 0);
    if (!filler.empty()) sequences.emplace_back(filler);
    const auto device = model.device();
    predictions.states = model.hidden(nn::makeBatch(sequences, device));
    if (static_cast<std::int64_t>(positions.size()) < predictions.states.size(0))
        predictions.states = predictions.states.index_select(0, at::tensor(positions, at::kLong).to(device));
    predictions.targets = at::tensor(targets, at::kLong).to(device);
    return predictions;
}

}  // namespace

at::Tensor crossEntropySum(nn::CausalLm& model, const text::PreparedTokens& tokens, std::span<const std::uint32_t> rows) {
    const auto found = predict(model, tokens, rows);
    return found.states.defined() ? nn::linearCrossEntropySum(found.states, model.headWeight(), found.targets) : at::Tensor();
}

std::vector<at::Tensor> crossEntropySums(nn::CausalLm& model, const text::PreparedTokens& tokens, std::span<const std::uint32_t> rows) {
    const auto found = predict(model, tokens, rows);
    std::vector<at::Tensor> sums;
    std::int64_t first = 0;
    for (const auto count : found.counts) {
        sums.push_back(count == 0 ? at::Tensor()
                                  : nn::linearCrossEntropySum(found.states.narrow(0, first, count), model.headWeight(),
                                                              found.targets.narrow(0, first, count)));
        first += count;
    }
    return sums;
}

}  // namespace anneal::train
