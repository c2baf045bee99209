#include "nn/ops/cross_entropy.h"

#include <algorithm>

#include "nn/fast/rows.h"

namespace anneal::nn {
namespace {

// Numbers in one chunk of logits. On a CPU 16 MiB in FP32 stays in a large cache, but a trained head is read and written once
// a chunk, so that fewer and larger chunks win; a GPU wants larger products.
constexpr std::int64_t kChunkNumbersCpu = std::int64_t{1} << 22;
constexpr std::int64_t kChunkNumbersCpuTrained = std::int64_t{1} << 24;
constexpr std::int64_t kChunkNumbersCuda = std::int64_t{1} << 28;

std::int64_t chunkRows(const at::Tensor& hidden, std::int64_t vocabulary, bool trained) {
    const auto numbers = hidden.is_cuda() ? kChunkNumbersCuda : trained ? kChunkNumbersCpuTrained : kChunkNumbersCpu;
    return std::clamp<std::int64_t>(numbers / vocabulary, 16, 8192);
}

/// The loss of one chunk, FP32. `logits` become softmax - onehot where `gradient`.
at::Tensor chunkLoss(at::Tensor& logits, const at::Tensor& targets, bool gradient) {
    if (logits.is_cpu() && logits.scalar_type() == at::kFloat) {
        const fast::Rows rows{logits.mutable_data_ptr<float>(), logits.stride(0)};
        const auto loss = fast::softmaxCrossEntropy(rows, targets.const_data_ptr<std::int64_t>(), logits.size(0), logits.size(1), gradient);
        return at::scalar_tensor(loss, at::kFloat);
    }
    const auto type = logits.scalar_type();
    const auto target = targets.unsqueeze(1);
    auto wide = logits.to(at::kFloat);
    const auto logSum = wide.logsumexp(1, true);
    const auto loss = (logSum - wide.gather(1, target)).sum();
    if (gradient) {
        wide.sub_(logSum).exp_().scatter_add_(1, target, at::full_like(logSum, -1));
        logits = wide.to(type);
    }
    return loss;
}

/// Forward computes the loss and, when asked, both gradients at once; backward only scales them.
struct LinearCrossEntropy : torch::autograd::Function<LinearCrossEntropy> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& hidden, const at::Tensor& weight,
                              const at::Tensor& targets, bool hiddenGradient, bool weightGradient) {
        const auto rows = hidden.size(0);
        const auto type = hidden.scalar_type();
        const auto head = weight.to(type);
        const auto step = chunkRows(hidden, weight.size(0), weightGradient);
        auto sum = at::zeros({}, hidden.options().dtype(at::kFloat));
        at::Tensor dHidden = hiddenGradient ? at::empty_like(hidden) : at::Tensor();
        at::Tensor dWeight;
        if (weightGradient)
            dWeight = rows == 0 ? at::zeros_like(weight, at::kFloat) : at::empty(weight.sizes(), weight.options().dtype(at::kFloat));
        for (std::int64_t first = 0; first < rows; first += step) {
            const auto count = std::min(step, rows - first);
            const auto x = hidden.narrow(0, first, count);
            auto logits = at::mm(x, head.t());
            sum += chunkLoss(logits, targets.narrow(0, first, count), hiddenGradient || weightGradient);
            if (hiddenGradient) {
                auto slice = dHidden.narrow(0, first, count);
                at::mm_out(slice, logits, head);
            }
            if (!weightGradient) continue;
            if (type != at::kFloat)
                first == 0 ? dWeight.copy_(at::mm(logits.t(), x)) : dWeight.add_(at::mm(logits.t(), x));
            else if (first == 0)
                at::mm_out(dWeight, logits.t(), x);
            else
                dWeight.addmm_(logits.t(), x);
        }
        if (weightGradient) dWeight = dWeight.to(weight.scalar_type());
        context->save_for_backward({dHidden, dWeight});
        return sum;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
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
    return LinearCrossEntropy::apply(hidden.contiguous(), weight, targets.contiguous(), recording && hidden.requires_grad(),
                                     recording && weight.requires_grad());
}

at::Tensor linearCrossEntropySumReference(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& targets) {
    const auto logits = at::linear(hidden, weight.to(hidden.scalar_type())).to(at::kFloat);
    return at::cross_entropy_loss(logits, targets, {}, at::Reduction::Sum);
}

}  // namespace anneal::nn
