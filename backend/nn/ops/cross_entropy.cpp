#include "nn/ops/cross_entropy.h"

#include <algorithm>

namespace anneal::nn {
namespace {

// Numbers in one chunk of logits: 16 MiB in FP32 stays in a large cache; a GPU wants larger products.
constexpr std::int64_t kChunkNumbersCpu = std::int64_t{1} << 22;
constexpr std::int64_t kChunkNumbersCuda = std::int64_t{1} << 28;

std::int64_t chunkRows(const at::Tensor& hidden, std::int64_t vocabulary) {
    const auto numbers = hidden.is_cuda() ? kChunkNumbersCuda : kChunkNumbersCpu;
    return std::clamp<std::int64_t>(numbers / vocabulary, 16, 8192);
}

/// Forward computes the loss and, when asked, both gradients at once; backward only scales them.
struct LinearCrossEntropy : torch::autograd::Function<LinearCrossEntropy> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& hidden, const at::Tensor& weight,
                              const at::Tensor& targets, bool hiddenGradient, bool weightGradient) {
        const auto rows = hidden.size(0);
        const auto type = hidden.scalar_type();
        const auto head = weight.to(type);
        const auto step = chunkRows(hidden, weight.size(0));
        auto sum = at::zeros({}, hidden.options().dtype(at::kFloat));
        at::Tensor dHidden = hiddenGradient ? at::empty_like(hidden) : at::Tensor();
        at::Tensor dWeight = weightGradient ? at::zeros(weight.sizes(), weight.options().dtype(at::kFloat)) : at::Tensor();
        for (std::int64_t first = 0; first < rows; first += step) {
            const auto count = std::min(step, rows - first);
            const auto x = hidden.narrow(0, first, count);
            const auto target = targets.narrow(0, first, count).unsqueeze(1);
            const auto logits = at::mm(x, head.t()).to(at::kFloat);
            const auto logSum = logits.logsumexp(1, true);
            sum += (logSum - logits.gather(1, target)).sum();
            if (!hiddenGradient && !weightGradient) continue;
            auto d = logits.sub_(logSum).exp_();
            d.scatter_add_(1, target, at::full({count, 1}, -1, d.options()));
            d = d.to(type);
            if (hiddenGradient) dHidden.narrow(0, first, count).copy_(at::mm(d, head));
            if (weightGradient) {
                if (type == at::kFloat)
                    dWeight.addmm_(d.t(), x);
                else
                    dWeight += at::mm(d.t(), x);
            }
        }
        if (weightGradient) dWeight = dWeight.to(weight.scalar_type());
        context->save_for_backward({dHidden, dWeight});
        return sum;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto scaled = [&](const at::Tensor& gradient) {
            return gradient.defined() ? gradient * gradients[0].to(gradient.scalar_type()) : at::Tensor();
        };
        return {scaled(saved[0]), scaled(saved[1]), {}, {}, {}};
    }
};

}  // namespace

at::Tensor linearCrossEntropySum(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& targets) {
    const bool recording = at::GradMode::is_enabled();
    return LinearCrossEntropy::apply(hidden, weight, targets, recording && hidden.requires_grad(),
                                     recording && weight.requires_grad());
}

at::Tensor linearCrossEntropySumReference(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& targets) {
    const auto logits = at::linear(hidden, weight.to(hidden.scalar_type())).to(at::kFloat);
    return at::cross_entropy_loss(logits, targets, {}, at::Reduction::Sum);
}

}  // namespace anneal::nn
