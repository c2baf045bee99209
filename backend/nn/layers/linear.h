#pragma once

#include <optional>

#include <ATen/core/Tensor.h>

namespace anneal::nn {

/// The low-rank addition to a linear layer: scale · B · A · dropout(x).
struct LoraBranch {
    at::Tensor a;  ///< [rank, in], FP32
    at::Tensor b;  ///< [out, rank], FP32
    double scale = 1;
    double dropout = 0;
};

class Linear {
public:
    /// x [tokens, in] -> [tokens, out] in x's type, whatever type the weight is kept in.
    at::Tensor forward(const at::Tensor& x) const;

    at::Tensor weight;  ///< [out, in]
    at::Tensor bias;    ///< [out] or undefined
    std::optional<LoraBranch> lora;
    bool training = false;  ///< whether dropout acts
};

}  // namespace anneal::nn
