#pragma once
// Row-wise FP32 kernels of the CPU's fast tier, shared out over LibTorch's threads. `stride` is numbers from row to row.

#include <cstdint>

namespace anneal::nn::fast {

/// Rows of numbers: data + row · stride.
struct Rows {
    float* data;
    std::int64_t stride;
};
struct ConstRows {
    const float* data;
    std::int64_t stride;
};

/// y = x / sqrt(mean(x²) + eps) · weight.
void rmsNorm(ConstRows x, const float* weight, Rows y, std::int64_t rows, std::int64_t columns, double eps);
/// dx += the gradient through rmsNorm, or dx = it where `overwrite`. dWeight [columns], may be null, is overwritten.
void rmsNormBackward(ConstRows dy, ConstRows x, const float* weight, Rows dx, float* dWeight, std::int64_t rows, std::int64_t columns,
                     double eps, bool overwrite);

/// Rotates every head of x [rows, heads · dim] in place by the angles [rows, dim / 2]; direction -1 rotates back.
void rotate(Rows x, const float* cos, const float* sin, std::int64_t rows, std::int64_t heads, std::int64_t dim, float direction);

/// out = silu(gate) · up.
void swiglu(const float* gate, const float* up, float* out, std::int64_t count);
/// gate and up become their own gradients; out becomes silu(gate) · up again.
void swigluBackward(const float* dOut, float* gate, float* up, float* out, std::int64_t count);

/// Each row of logits becomes softmax - onehot(target); the sum of the rows' losses is returned, added up in row order.
/// With `gradient` false the logits stay as they are.
double softmaxCrossEntropy(Rows logits, const std::int64_t* targets, std::int64_t rows, std::int64_t columns, bool gradient);

}  // namespace anneal::nn::fast
