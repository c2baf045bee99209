#pragma once
// Row-wise kernels of the CPU's fast tier, shared out over LibTorch's threads, for numbers kept as float or BFloat16; every sum
// and product inside is FP32. `stride` is numbers from row to row.

#include <cstdint>

#include <c10/util/BFloat16.h>

namespace anneal::nn::fast {

/// Rows of numbers: data + row · stride.
template <class T>
struct Rows {
    T* data;
    std::int64_t stride;
};

/// y = x / sqrt(mean(x²) + eps) · weight.
template <class T>
void rmsNorm(Rows<const T> x, const float* weight, Rows<T> y, std::int64_t rows, std::int64_t columns, double eps);

/// dx += the gradient through rmsNorm, or dx = it where `overwrite`; dx.data may be null. dWeight [columns], may be null, is
/// overwritten.
template <class T>
void rmsNormBackward(Rows<const T> dy, Rows<const T> x, const float* weight, Rows<T> dx, float* dWeight, std::int64_t rows,
                     std::int64_t columns, double eps, bool overwrite);

/// Rotates every head of x [rows, heads · dim] in place by the angles [rows, dim / 2]; direction -1 rotates back.
template <class T>
void rotate(Rows<T> x, const float* cos, const float* sin, std::int64_t rows, std::int64_t heads, std::int64_t dim, float direction);

/// out = silu(gate) · up.
template <class T>
void swiglu(const T* gate, const T* up, T* out, std::int64_t count);

/// gate and up become their own gradients; out becomes silu(gate) · up again.
template <class T>
void swigluBackward(const T* dOut, T* gate, T* up, T* out, std::int64_t count);

/// Each row of logits becomes softmax - onehot(target); the sum of the rows' losses is returned, added up in row order.
/// With `gradient` false the logits stay as they are.
template <class T>
double softmaxCrossEntropy(Rows<T> logits, const std::int64_t* targets, std::int64_t rows, std::int64_t columns, bool gradient);

}  // namespace anneal::nn::fast
