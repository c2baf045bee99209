#pragma once

#include <vector>

#include <ATen/ops/mm.h>

#include "nn/gradient_sum.h"

namespace anneal::nn::fast {

/// The gradients of a block's trained parameters, in the order in which autograd was told of them; undefined for those that were
/// added to the parameter's own sum.
class GradientSink {
public:
    explicit GradientSink(std::vector<at::Tensor> parameters) : parameters_(std::move(parameters)), gradients_(parameters_.size()) {}

    bool wants(const at::Tensor& parameter) const { return parameter.defined() && place(parameter) < parameters_.size(); }
    void give(const at::Tensor& parameter, at::Tensor gradient) {
        if (const auto at = place(parameter); at < parameters_.size()) gradients_[at] = std::move(gradient);
    }
    /// scale · left · right.
    void giveProduct(const at::Tensor& parameter, const at::Tensor& left, const at::Tensor& right, double scale = 1) {
        if (!wants(parameter)) return;
        auto sum = gradientSum(parameter);
        if (!sum.defined())
            give(parameter, at::mm(left, right).mul_(scale));
        else if (left.scalar_type() == at::kFloat)
            sum.addmm_(left, right, 1, scale);
        else
            sum.add_(at::mm(left, right), scale);
    }
    const std::vector<at::Tensor>& gradients() const { return gradients_; }

private:
    std::size_t place(const at::Tensor& parameter) const {
        std::size_t at = 0;
        while (at < parameters_.size() && !parameters_[at].is_same(parameter)) ++at;
        return at;
    }

    std::vector<at::Tensor> parameters_;
    std::vector<at::Tensor> gradients_;
};

}  // namespace anneal::nn::fast
