#include "nn/ops/flash_attention.h"

#include <cmath>
#include <optional>

namespace anneal::nn {
namespace {

/// LibTorch's flash attention sums the gradient of q in no fixed order unless its deterministic mode is on. It is on here and
/// nowhere else: a resumed run is then the run never stopped bit by bit, and no other operation pays for it.
class FixedOrder {
public:
    FixedOrder() : was_(at::globalContext().deterministicAlgorithms()), warned_(at::globalContext().deterministicAlgorithmsWarnOnly()) {
        at::globalContext().setDeterministicAlgorithms(true, /*warn_only=*/false);
    }
    FixedOrder(const FixedOrder&) = delete;
    FixedOrder& operator=(const FixedOrder&) = delete;
    ~FixedOrder() { at::globalContext().setDeterministicAlgorithms(was_, warned_); }

private:
    bool was_, warned_;
};

struct Window {
    std::optional<std::int64_t> left, right;

    explicit Window(std::int64_t tokens) {
        if (tokens == 0) return;
        left = tokens - 1;
        right = 0;
    }
};

double scaleOf(const at::Tensor& query) { return 1 / std::sqrt(static_cast<double>(query.size(-1))); }

struct FlashAttention : torch::autograd::Function<FlashAttention> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& query, const at::Tensor& key,
                              const at::Tensor& value, const at::Tensor& starts, std::int64_t longest, std::int64_t window) {
        const Window seen(window);
        const auto [out, logSums, seed, offset, unused] = at::_flash_attention_forward(
            query, key, value, starts, starts, longest, longest, 0, true, false, scaleOf(query), seen.left, seen.right);
        context->save_for_backward({query, key, value, out, logSums, seed, offset, starts});
        context->saved_data["longest"] = longest;
        context->saved_data["window"] = window;
        return out;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto longest = context->saved_data["longest"].toInt();
        const Window seen(context->saved_data["window"].toInt());
        const FixedOrder fixedOrder;
        auto [query, key, value] =
            at::_flash_attention_backward(gradients[0].contiguous(), saved[0], saved[1], saved[2], saved[3], saved[4], saved[7], saved[7],
                                          longest, longest, 0, true, saved[5], saved[6], scaleOf(saved[0]), seen.left, seen.right);
        return {query, key, value, {}, {}, {}};
    }
};

}  // namespace

bool flashAttentionFits(const at::Tensor& query) {
    const auto type = query.scalar_type();
    return query.is_cuda() && (type == at::kBFloat16 || type == at::kHalf) && query.size(-1) <= 256 && query.size(-1) % 8 == 0;
}

at::Tensor flashAttention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const TokenBatch& batch,
                          std::int64_t window) {
    return FlashAttention::apply(query, key, value, batch.cuSeqlensDevice, batch.maxSeqlen, window);
}

}  // namespace anneal::nn
