#pragma once
// What one row of each kernel does. The bodies are inlined into one function an instruction set and element type: see rows.cpp.

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include <c10/util/BFloat16.h>

#define ANNEAL_INLINE __attribute__((always_inline)) inline

namespace anneal::nn::fast::kernels {

ANNEAL_INLINE float wide(float x) { return x; }
ANNEAL_INLINE float wide(c10::BFloat16 x) { return std::bit_cast<float>(std::uint32_t{x.x} << 16); }

template <class T>
ANNEAL_INLINE T narrow(float x) {
    if constexpr (std::is_same_v<T, float>) {
        return x;
    } else {  // to nearest, ties to even
        const auto bits = std::bit_cast<std::uint32_t>(x);
        return {static_cast<std::uint16_t>((bits + 0x7FFFU + ((bits >> 16) & 1U)) >> 16), c10::BFloat16::from_bits()};
    }
}

/// e^x within 2 units in the last place: 2^n · e^r with |r| <= ln 2 / 2 and a polynomial of degree 6 (Cephes' coefficients).
ANNEAL_INLINE float exponential(float x) {
    x = x < -87.0F ? -87.0F : x;
    x = x > 88.0F ? 88.0F : x;
    const float shifted = x * 1.44269504F + 12582912.0F;  // 1.5 · 2^23 rounds to a whole number
    const float n = shifted - 12582912.0F;
    const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    const float e = p * r * r + r + 1.0F;
    const auto power = (static_cast<std::int32_t>(n) + 127) << 23;
    return e * std::bit_cast<float>(power);
}

template <class T>
ANNEAL_INLINE float inverseRms(const T* x, std::int64_t columns, double eps) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += wide(x[c]) * wide(x[c]);
    return static_cast<float>(1 / std::sqrt(static_cast<double>(sum) / static_cast<double>(columns) + eps));
}

template <class T>
ANNEAL_INLINE void scaleRow(const T* x, const float* weight, float scale, T* y, std::int64_t columns) {
#pragma omp simd
    for (std::int64_t c = 0; c < columns; ++c) y[c] = narrow<T>(wide(x[c]) * scale * weight[c]);
}

template <class T>
ANNEAL_INLINE float weightedDot(const T* dy, const float* weight, const T* x, std::int64_t columns) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += wide(dy[c]) * weight[c] * wide(x[c]);
    return sum;
}

template <class T>
ANNEAL_INLINE void rmsGradientRow(const T* dy, const T* x, const float* weight, float scale, float pull, bool overwrite, T* dx,
                                  std::int64_t columns) {
    const float keep = overwrite ? 0.0F : 1.0F;
#pragma omp simd
    for (std::int64_t c = 0; c < columns; ++c) dx[c] = narrow<T>(keep * wide(dx[c]) + wide(dy[c]) * weight[c] * scale - wide(x[c]) * pull);
}

template <class T>
ANNEAL_INLINE void addScaledProduct(const T* dy, const T* x, float scale, float* sum, std::int64_t columns) {
#pragma omp simd
    for (std::int64_t c = 0; c < columns; ++c) sum[c] += wide(dy[c]) * wide(x[c]) * scale;
}

template <class T>
ANNEAL_INLINE void rotateHead(T* x, const float* cos, const float* sin, std::int64_t half, float direction) {
#pragma omp simd
    for (std::int64_t i = 0; i < half; ++i) {
        const float a = wide(x[i]);
        const float b = wide(x[i + half]);
        const float s = sin[i] * direction;
        x[i] = narrow<T>(a * cos[i] - b * s);
        x[i + half] = narrow<T>(b * cos[i] + a * s);
    }
}

template <class T>
ANNEAL_INLINE void swigluRange(const T* __restrict gate, const T* __restrict up, T* __restrict out, std::int64_t count) {
#pragma omp simd
    for (std::int64_t i = 0; i < count; ++i) {
        const float g = wide(gate[i]);
        out[i] = narrow<T>(g / (1.0F + exponential(-g)) * wide(up[i]));
    }
}

template <class T>
ANNEAL_INLINE void swigluGradientRange(const T* __restrict dOut, T* __restrict gate, T* __restrict up, T* __restrict out,
                                       std::int64_t count) {
#pragma omp simd
    for (std::int64_t i = 0; i < count; ++i) {
        const float g = wide(gate[i]);
        const float u = wide(up[i]);
        const float d = wide(dOut[i]);
        const float sigmoid = 1.0F / (1.0F + exponential(-g));
        const float silu = g * sigmoid;
        out[i] = narrow<T>(silu * u);
        gate[i] = narrow<T>(d * u * (sigmoid + silu * (1.0F - sigmoid)));
        up[i] = narrow<T>(d * silu);
    }
}

template <class T>
ANNEAL_INLINE float largest(const T* x, std::int64_t columns) {
    float most = -std::numeric_limits<float>::infinity();
#pragma omp simd reduction(max : most)
    for (std::int64_t c = 0; c < columns; ++c) most = wide(x[c]) > most ? wide(x[c]) : most;
    return most;
}

template <class T>
ANNEAL_INLINE float sumOfExponentials(const T* x, float most, std::int64_t columns) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += exponential(wide(x[c]) - most);
    return sum;
}

/// out = e^(x - most); may be x itself. Returns the sum, exact to a float's last bits for any number of columns and any vectors.
template <class T>
ANNEAL_INLINE float exponentiate(const T* x, float most, float* out, std::int64_t columns) {
    constexpr std::int64_t kBlock = 512;
    double sum = 0;
    for (std::int64_t begin = 0; begin < columns; begin += kBlock) {
        const auto end = begin + kBlock < columns ? begin + kBlock : columns;
        float part = 0;
#pragma omp simd reduction(+ : part)
        for (std::int64_t c = begin; c < end; ++c) {
            const float e = exponential(wide(x[c]) - most);
            out[c] = e;
            part += e;
        }
        sum += part;
    }
    return static_cast<float>(sum);
}

/// out = x · factor; may be x itself.
template <class T>
ANNEAL_INLINE void multiply(const float* x, float factor, T* out, std::int64_t columns) {
#pragma omp simd
    for (std::int64_t c = 0; c < columns; ++c) out[c] = narrow<T>(x[c] * factor);
}

}  // namespace anneal::nn::fast::kernels
