#pragma once
// Linear layers that read one input (q, k and v; gate and up), with their adapters' A matrices as one product.

#include <vector>

#include <ATen/core/Tensor.h>

#include "nn/fast/gradients.h"
#include "nn/layers/linear.h"

namespace anneal::nn::fast {

/// Computes in `dtype`, whatever type the weights are kept in.
class LinearGroup {
public:
    LinearGroup(std::vector<const Linear*> layers, at::ScalarType dtype);

    /// outputs[i] = x · Wᵢᵀ + bias + adapter; with `accumulate` added to what outputs[i] holds. Returns x · Aᵀ of all adapters,
    /// [tokens, ranks], or an undefined tensor; backward needs it.
    at::Tensor forward(const at::Tensor& x, const std::vector<at::Tensor>& outputs, bool accumulate = false) const;

    /// Gives the parameters' gradients to the sink and writes the input's to `dx`, where defined. `input` is x of the forward pass.
    void backward(const std::vector<at::Tensor>& dOutputs, const at::Tensor& input, const at::Tensor& reduced, at::Tensor dx,
                  GradientSink& sink) const;

    /// dx = the gradient of the input of a group of one layer.
    void inputGradient(const at::Tensor& dy, at::Tensor& dx) const;

private:
    struct Member {
        const Linear* layer;
        at::Tensor weight, bias, b;  ///< in the group's dtype; b undefined without an adapter
        std::int64_t firstRank = 0;  ///< of its adapter among all adapters' ranks
    };
    std::vector<Member> members_;
    at::Tensor a_;  ///< [ranks, in], all adapters' A
};

}  // namespace anneal::nn::fast
