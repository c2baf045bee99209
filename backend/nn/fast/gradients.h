#pragma once

#include <vector>

#include <ATen/core/Tensor.h>

namespace anneal::nn::fast {

/// The gradients of a block's trained parameters, in the order in which autograd was told of them.
class GradientSink {
public:
    explicit GradientSink(std::vector<at::Tensor> parameters) : parameters_(std::move(parameters)), gradients_(parameters_.size()) {}

    bool wants(const at::Tensor& parameter) const { return parameter.defined() && place(parameter) < parameters_.size(); }
    void give(const at::Tensor& parameter, at::Tensor gradient) {
        if (const auto at = place(parameter); at < parameters_.size()) gradients_[at] = std::move(gradient);
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
