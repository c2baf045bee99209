#include "nn/ops/attention.h"

#include <vector>

#include "nn/ops/flash_attention.h"

namespace anneal::nn {
namespace {

/// True where the query may look: the last `rows` positions of `columns`, not ahead, not beyond the window.
at::Tensor visible(std::int64_t rows, std::int64_t columns, std::int64_t window, at::Device device) {
    const auto query = at::arange(columns - rows, columns, at::TensorOptions(at::kLong).device(device)).unsqueeze(1);
    const auto key = at::arange(columns, at::TensorOptions(at::kLong).device(device)).unsqueeze(0);
    auto mask = key <= query;
    if (window > 0) mask = mask.logical_and(key > query - window);
    return mask;
}

}  // namespace

at::Tensor continuedAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, std::int64_t window) {
    const auto rows = query.size(0);
    const auto columns = key.size(2);
    const bool grouped = query.size(1) != key.size(1);
    const auto heads = query.transpose(0, 1).unsqueeze(0);
    const bool windowed = window > 0 && window < columns;
    at::Tensor out;
    if (!windowed && rows == columns)
        out = at::scaled_dot_product_attention(heads, key, value, {}, 0, rows > 1, std::nullopt, grouped);
    else if (!windowed && rows == 1)
        out = at::scaled_dot_product_attention(heads, key, value, {}, 0, false, std::nullopt, grouped);
    else
        out = at::scaled_dot_product_attention(heads, key, value, visible(rows, columns, window, query.device()), 0, false, std::nullopt,
                                               grouped);
    return out.squeeze(0).transpose(0, 1);
}

at::Tensor causalAttentionReference(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const TokenBatch& batch,
                                    std::int64_t window) {
    std::vector<at::Tensor> outputs;
    for (std::size_t s = 0; s + 1 < batch.cuSeqlens.size(); ++s) {
        const auto first = batch.cuSeqlens[s];
        const auto length = batch.cuSeqlens[s + 1] - first;
        if (length == 0) continue;
        const auto heads = [&](const at::Tensor& x) { return x.narrow(0, first, length).transpose(0, 1).unsqueeze(0); };
        outputs.push_back(continuedAttention(query.narrow(0, first, length), heads(key), heads(value), window));
    }
    return at::cat(outputs, 0);
}

at::Tensor causalAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const TokenBatch& batch,
                           std::int64_t window) {
    if (flashAttentionFits(query)) return flashAttention(query, key, value, batch, window);
    return causalAttentionReference(query, key, value, batch, window);
}

}  // namespace anneal::nn
