#include "nn/ops/rms_norm.h"

namespace anneal::nn {

at::Tensor rmsNorm(const at::Tensor& x, const at::Tensor& weight, double eps) {
    const auto wide = x.to(at::kFloat);
    const auto scaled = wide * at::rsqrt(wide.square().mean(-1, true) + eps);
    return weight.to(x.scalar_type()) * scaled.to(x.scalar_type());
}

}  // namespace anneal::nn
