#include "nn/ops/flash_attention.h"

#include <cmath>
#include <optional>

namespace anneal::nn {

bool flashAttentionFits(const at::Tensor& query) {
    const auto type = query.scalar_type();
    return query.is_cuda() && (type == at::kBFloat16 || type == at::kHalf) && query.size(-1) <= 256 && query.size(-1) % 8 == 0;
}

at::Tensor flashAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const TokenBatch& batch,
                          std::int64_t window) {
    std::optional<std::int64_t> left;
    std::optional<std::int64_t> right;
    if (window > 0) {
        left = window - 1;
        right = 0;
    }
    const double scale = 1 / std::sqrt(static_cast<double>(query.size(-1)));
    return std::get<0>(at::_flash_attention_forward(query, key, value, batch.cuSeqlensDevice, batch.cuSeqlensDevice, batch.maxSeqlen,
                                                    batch.maxSeqlen, 0, true, false, scale, left, right));
}

}  // namespace anneal::nn
