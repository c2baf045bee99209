#include "nn/layers/linear.h"

namespace anneal::nn {

at::Tensor Linear::forward(const at::Tensor& x) const {
    const auto type = x.scalar_type();
    const auto y = at::linear(x, weight.to(type), bias.defined() ? std::optional(bias.to(type)) : std::nullopt);
    if (!lora) return y;
    const auto dropped = training && lora->dropout > 0 ? at::dropout(x, lora->dropout, true) : x;
    return y + at::linear(at::linear(dropped, lora->a.to(type)), lora->b.to(type)) * lora->scale;
}

}  // namespace anneal::nn
