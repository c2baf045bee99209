#include "nn/ops/embedding.h"

#include "nn/gradient_sum.h"

namespace anneal::nn {
namespace {

struct Embedding : torch::autograd::Function<Embedding> {
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& weight, const at::Tensor& ids,
                              at::ScalarType dtype) {
        context->save_for_backward({weight, ids});
        return at::embedding(weight, ids).to(dtype);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context, torch::autograd::variable_list gradients) {
        const at::NoGradGuard noGrad;
        const auto saved = context->get_saved_variables();
        const auto& weight = saved[0];
        const auto& ids = saved[1];
        // On a GPU index_add_ adds in no fixed order, and a resumed run would not be bit-equal.
        if (auto total = gradientSum(weight); total.defined() && total.is_cpu()) {
            total.index_add_(0, ids, gradients[0].to(at::kFloat));
            return {at::Tensor(), at::Tensor(), at::Tensor()};
        }
        return {at::embedding_dense_backward(gradients[0].to(weight.scalar_type()), ids, weight.size(0), -1, false), at::Tensor(),
                at::Tensor()};
    }
};

}  // namespace

at::Tensor embed(const at::Tensor& weight, const at::Tensor& ids, at::ScalarType dtype) {
    if (!at::GradMode::is_enabled() || !weight.requires_grad()) return at::embedding(weight, ids).to(dtype);
    return Embedding::apply(weight, ids, dtype);
}

}  // namespace anneal::nn
