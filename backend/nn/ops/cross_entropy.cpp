#include "nn/ops/cross_entropy.h"

#include <algorithm>

#include "nn/fast/rows.h"
#include "nn/gradient_sum.h"

namespace anneal::nn {
namespace {

// Numbers in one chunk of logits. On a CPU 16 MiB in FP32 stays in a large cache, but a trained head is read and written once
// a chunk, so that fewer and larger chunks win; a GPU wants larger products, and its FP32 copy of 2^27 numbers takes 0.5 GiB.
constexpr std::int64_t kChunkNumbersCpu = std::int64_t{1} << 22;
constexpr std::int64_t kChunkNumbersCpuTrained = std::int64_t{1} << 24;
constexpr std::int64_t kChunkNumbersCuda = std::int64_t{1} << 27;
// Rows of the head in one FP32 product on a CPU: the head's slice stays in the second-level cache (a fifth faster).
constexpr std::int64_t kSliceCpu = 1024;

std::int64_t chunkRows(const at::Tensor& hidden, std::int64_t vocabulary, bool trained) {
    const auto numbers = hidden.is_cuda() ? kChunkNumbersCuda : trained ? kChunkNumbersCpuTrained : kChunkNumbersCpu;
    return std::clamp<std::int64_t>(numbers / vocabulary, 16, 8192);
}

template <class T>
at::Tensor chunkLossOnCpu(const at::Tensor& logits, const at::Tensor& targets, bool gradient) {
    const fast::Rows<T> rows{logits.mutable_data_ptr<T>(), logits.stride(0)};
    const auto loss = fast::softmaxCrossEntropy(rows, targets.const_data_ptr<std::int64_t>(), logits.size(0), logits.size(1), gradient);
    return at::scalar_tensor(loss, at::kFloat);
}

/// The loss of one chunk, FP32. `logits` become softmax - onehot where `gradient`.
at::Tensor chunkLoss(at::Tensor& logits, const at::Tensor& targets, bool gradient) {
    if (logits.is_cpu() && logits.scalar_type() == at::kFloat) return chunkLossOnCpu<float>(logits, targets, gradient);
    if (logits.is_cpu() && logits.scalar_type() == at::kBFloat16) return chunkLossOnCpu<c10::BFloat16>(logits, targets, gradient);
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

/// The head, by slices of its rows that suit the device.
class Head {
public:
    explicit Head(const at::Tensor& weight) : weight_(weight) {}

    /// x · weightᵀ.
    at::Tensor logits(const at::Tensor& x) const {
        auto out = at::empty({x.size(0), weight_.size(0)}, x.options());
        forEachSlice([&](std::int64_t first, std::int64_t count) {
            auto part = out.narrow(1, first, count);
            at::mm_out(part, x, weight_.narrow(0, first, count).t());
        });
        return out;
    }
    /// dWeight = dLogitsᵀ · x, or added to it.
    void gradient(const at::Tensor& dLogits, const at::Tensor& x, const at::Tensor& dWeight, bool add) const {
        forEachSlice([&](std::int64_t first, std::int64_t count) {
            auto part = dWeight.narrow(0, first, count);
            const auto left = dLogits.narrow(1, first, count).t();
            if (x.scalar_type() != at::kFloat)
                add ? part.add_(at::mm(left, x)) : part.copy_(at::mm(left, x));
            else if (add)
                part.addmm_(left, x);
            else
                at::mm_out(part, left, x);
        });
    }

private:
    template <class Visit>
    void forEachSlice(Visit visit) const {
        const auto rows = weight_.size(0);
        const auto slice = weight_.is_cpu() && weight_.scalar_type() == at::kFloat ? kSliceCpu : rows;
        for (std::int64_t first = 0; first < rows; first += slice) visit(first, std::min(slice, rows - first));
    }

    const at::Tensor& weight_;
};

/// Forward computes the loss and, when asked, both gradients at once; backward only scales them, in place.
struct LinearCrossEntropy : torch::autograd::Function<LinearCrossEntropy> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& hidden, const at::Tensor& weight,
                              const at::Tensor& targets, bool hiddenGradient, bool weightGradient) {
        const auto rows = hidden.size(0);
        const auto compute = weight.to(hidden.scalar_type());
        const Head head(compute);
        const auto step = chunkRows(hidden, weight.size(0), weightGradient);
        auto sum = at::zeros({}, hidden.options().dtype(at::kFloat));
        at::Tensor dHidden = hiddenGradient ? at::empty_like(hidden) : at::Tensor();
        at::Tensor dWeight;
        if (weightGradient)
            dWeight = rows == 0 ? at::zeros_like(weight, at::kFloat) : at::empty(weight.sizes(), weight.options().dtype(at::kFloat));
        for (std::int64_t first = 0; first < rows; first += step) {
            const auto count = std::min(step, rows - first);
            const auto x = hidden.narrow(0, first, count);
            auto logits = head.logits(x);
            sum += chunkLoss(logits, targets.narrow(0, first, count), hiddenGradient || weightGradient);
            if (hiddenGradient) {
                auto slice = dHidden.narrow(0, first, count);
                at::mm_out(slice, logits, compute);
            }
            if (weightGradient) head.gradient(logits, x, dWeight, first > 0);
        }
        context->save_for_backward({dHidden, dWeight, weight});
        return sum;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        const at::NoGradGuard noGrad;
        const auto saved = context->get_saved_variables();
        auto dHidden = saved[0];
        auto dWeight = saved[1];
        if (dHidden.defined()) dHidden.mul_(gradients[0].to(dHidden.scalar_type()));
        if (dWeight.defined()) {
            if (auto total = gradientSum(saved[2]); total.defined()) {
                total.addcmul_(dWeight, gradients[0]);
                dWeight.reset();
            } else {
                dWeight = dWeight.mul_(gradients[0]).to(saved[2].scalar_type());
            }
        }
        return {dHidden, dWeight, {}, {}, {}};
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
