#include "nn/fast/rows.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include <ATen/Parallel.h>

// One version of each kernel an instruction set; the loader picks. Sanitizers cannot run in the picker.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
#define ANNEAL_VECTOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ANNEAL_VECTOR
#endif

namespace anneal::nn::fast {
namespace {

constexpr std::int64_t kGrain = 16'384;  // numbers a thread should have at least

std::int64_t grainRows(std::int64_t columns) { return std::max<std::int64_t>(1, kGrain / std::max<std::int64_t>(1, columns)); }

/// e^x within 2 units in the last place: 2^n · e^r with |r| <= ln 2 / 2 and a polynomial of degree 6 (Cephes' coefficients).
__attribute__((always_inline)) inline float exponential(float x) {
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
    return e * __builtin_bit_cast(float, power);
}

ANNEAL_VECTOR float inverseRms(const float* x, std::int64_t columns, double eps) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += x[c] * x[c];
    return static_cast<float>(1 / std::sqrt(static_cast<double>(sum) / static_cast<double>(columns) + eps));
}

ANNEAL_VECTOR void scaleRow(const float* x, const float* weight, float scale, float* y, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) y[c] = x[c] * scale * weight[c];
}

ANNEAL_VECTOR float weightedDot(const float* dy, const float* weight, const float* x, std::int64_t columns) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += dy[c] * weight[c] * x[c];
    return sum;
}

ANNEAL_VECTOR void rmsGradientRow(const float* dy, const float* x, const float* weight, float scale, float pull, float keep, float* dx,
                                  std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) dx[c] = keep * dx[c] + dy[c] * weight[c] * scale - x[c] * pull;
}

ANNEAL_VECTOR void addScaledProduct(const float* dy, const float* x, float scale, float* sum, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) sum[c] += dy[c] * x[c] * scale;
}

ANNEAL_VECTOR void rotateHead(float* x, const float* cos, const float* sin, std::int64_t half, float direction) {
#pragma omp simd
    for (std::int64_t i = 0; i < half; ++i) {
        const float a = x[i];
        const float b = x[i + half];
        const float s = sin[i] * direction;
        x[i] = a * cos[i] - b * s;
        x[i + half] = b * cos[i] + a * s;
    }
}

ANNEAL_VECTOR void swigluRange(const float* __restrict gate, const float* __restrict up, float* __restrict out, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) out[i] = gate[i] / (1.0F + exponential(-gate[i])) * up[i];
}

ANNEAL_VECTOR void swigluGradientRange(const float* __restrict dOut, float* __restrict gate, float* __restrict up, float* __restrict out,
                                       std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
        const float g = gate[i];
        const float u = up[i];
        const float d = dOut[i];
        const float sigmoid = 1.0F / (1.0F + exponential(-g));
        const float silu = g * sigmoid;
        out[i] = silu * u;
        gate[i] = d * u * (sigmoid + silu * (1.0F - sigmoid));
        up[i] = d * silu;
    }
}

ANNEAL_VECTOR float largest(const float* x, std::int64_t columns) {
    float most = -std::numeric_limits<float>::infinity();
#pragma omp simd reduction(max : most)
    for (std::int64_t c = 0; c < columns; ++c) most = x[c] > most ? x[c] : most;
    return most;
}

ANNEAL_VECTOR float sumOfExponentials(const float* x, float most, std::int64_t columns) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) sum += exponential(x[c] - most);
    return sum;
}

ANNEAL_VECTOR float exponentiate(float* x, float most, std::int64_t columns) {
    float sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t c = 0; c < columns; ++c) {
        const float e = exponential(x[c] - most);
        x[c] = e;
        sum += e;
    }
    return sum;
}

ANNEAL_VECTOR void multiply(float* x, float factor, std::int64_t columns) {
    for (std::int64_t c = 0; c < columns; ++c) x[c] *= factor;
}

}  // namespace

void rmsNorm(ConstRows x, const float* weight, Rows y, std::int64_t rows, std::int64_t columns, double eps) {
    at::parallel_for(0, rows, grainRows(columns), [&](std::int64_t begin, std::int64_t end) {
        for (auto r = begin; r < end; ++r) {
            const auto* row = x.data + r * x.stride;
            scaleRow(row, weight, inverseRms(row, columns, eps), y.data + r * y.stride, columns);
        }
    });
}

void rmsNormBackward(ConstRows dy, ConstRows x, const float* weight, Rows dx, float* dWeight, std::int64_t rows, std::int64_t columns,
                     double eps, bool overwrite) {
    // dWeight sums in chunks of fixed size, so that it does not depend on how many threads there are.
    constexpr std::int64_t kChunk = 64;
    const auto chunks = (rows + kChunk - 1) / kChunk;
    std::vector<float> partial(dWeight ? static_cast<std::size_t>(chunks * columns) : 0, 0.0F);
    at::parallel_for(0, chunks, std::max<std::int64_t>(1, grainRows(columns) / kChunk), [&](std::int64_t begin, std::int64_t end) {
        for (auto chunk = begin; chunk < end; ++chunk)
            for (auto r = chunk * kChunk; r < std::min(rows, (chunk + 1) * kChunk); ++r) {
                const auto* xRow = x.data + r * x.stride;
                const auto* dyRow = dy.data + r * dy.stride;
                const auto scale = inverseRms(xRow, columns, eps);
                if (dWeight) addScaledProduct(dyRow, xRow, scale, partial.data() + chunk * columns, columns);
                const auto pull = weightedDot(dyRow, weight, xRow, columns) * scale * scale * scale / static_cast<float>(columns);
                if (dx.data) {
                    auto* dxRow = dx.data + r * dx.stride;
                    if (overwrite) std::fill_n(dxRow, columns, 0.0F);
                    rmsGradientRow(dyRow, xRow, weight, scale, pull, overwrite ? 0.0F : 1.0F, dxRow, columns);
                }
            }
    });
    if (!dWeight) return;
    std::fill_n(dWeight, columns, 0.0F);
    for (std::int64_t chunk = 0; chunk < chunks; ++chunk)
        for (std::int64_t c = 0; c < columns; ++c) dWeight[c] += partial[static_cast<std::size_t>(chunk * columns + c)];
}

void rotate(Rows x, const float* cos, const float* sin, std::int64_t rows, std::int64_t heads, std::int64_t dim, float direction) {
    const auto half = dim / 2;
    at::parallel_for(0, rows, grainRows(heads * dim), [&](std::int64_t begin, std::int64_t end) {
        for (auto r = begin; r < end; ++r)
            for (std::int64_t h = 0; h < heads; ++h)
                rotateHead(x.data + r * x.stride + h * dim, cos + r * half, sin + r * half, half, direction);
    });
}

void swiglu(const float* gate, const float* up, float* out, std::int64_t count) {
    at::parallel_for(0, count, kGrain,
                     [&](std::int64_t begin, std::int64_t end) { swigluRange(gate + begin, up + begin, out + begin, end - begin); });
}

void swigluBackward(const float* dOut, float* gate, float* up, float* out, std::int64_t count) {
    at::parallel_for(0, count, kGrain, [&](std::int64_t begin, std::int64_t end) {
        swigluGradientRange(dOut + begin, gate + begin, up + begin, out + begin, end - begin);
    });
}

double softmaxCrossEntropy(Rows logits, const std::int64_t* targets, std::int64_t rows, std::int64_t columns, bool gradient) {
    std::vector<double> losses(static_cast<std::size_t>(rows));
    at::parallel_for(0, rows, grainRows(columns), [&](std::int64_t begin, std::int64_t end) {
        for (auto r = begin; r < end; ++r) {
            auto* row = logits.data + r * logits.stride;
            const auto most = largest(row, columns);
            const auto at = row[targets[r]];
            const auto sum = gradient ? exponentiate(row, most, columns) : sumOfExponentials(row, most, columns);
            losses[static_cast<std::size_t>(r)] = std::log(static_cast<double>(sum)) + most - at;
            if (!gradient) continue;
            multiply(row, 1.0F / sum, columns);
            row[targets[r]] -= 1.0F;
        }
    });
    double total = 0;
    for (const auto loss : losses) total += loss;
    return total;
}

}  // namespace anneal::nn::fast
