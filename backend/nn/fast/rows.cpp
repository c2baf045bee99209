#include "nn/fast/rows.h"

#include <algorithm>
#include <vector>

#include <ATen/Parallel.h>

#include "nn/fast/row_kernels.h"

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

// A template cannot be cloned: each type gets functions of its own.
#define ANNEAL_KERNELS(T)                                                                                                                  \
    ANNEAL_VECTOR float inverseRms(const T* x, std::int64_t columns, double eps) { return kernels::inverseRms(x, columns, eps); }          \
    ANNEAL_VECTOR void scaleRow(const T* x, const float* weight, float scale, T* y, std::int64_t columns) {                                \
        kernels::scaleRow(x, weight, scale, y, columns);                                                                                   \
    }                                                                                                                                      \
    ANNEAL_VECTOR float weightedDot(const T* dy, const float* weight, const T* x, std::int64_t columns) {                                  \
        return kernels::weightedDot(dy, weight, x, columns);                                                                               \
    }                                                                                                                                      \
    ANNEAL_VECTOR void rmsGradientRow(const T* dy, const T* x, const float* weight, float scale, float pull, bool overwrite, T* dx,        \
                                      std::int64_t columns) {                                                                              \
        kernels::rmsGradientRow(dy, x, weight, scale, pull, overwrite, dx, columns);                                                       \
    }                                                                                                                                      \
    ANNEAL_VECTOR void addScaledProduct(const T* dy, const T* x, float scale, float* sum, std::int64_t columns) {                          \
        kernels::addScaledProduct(dy, x, scale, sum, columns);                                                                             \
    }                                                                                                                                      \
    ANNEAL_VECTOR void rotateHead(T* x, const float* cos, const float* sin, std::int64_t half, float direction) {                          \
        kernels::rotateHead(x, cos, sin, half, direction);                                                                                 \
    }                                                                                                                                      \
    ANNEAL_VECTOR void swigluRange(const T* gate, const T* up, T* out, std::int64_t count) { kernels::swigluRange(gate, up, out, count); } \
    ANNEAL_VECTOR void swigluGradientRange(const T* dOut, T* gate, T* up, T* out, std::int64_t count) {                                    \
        kernels::swigluGradientRange(dOut, gate, up, out, count);                                                                          \
    }                                                                                                                                      \
    ANNEAL_VECTOR float largest(const T* x, std::int64_t columns) { return kernels::largest(x, columns); }                                 \
    ANNEAL_VECTOR float sumOfExponentials(const T* x, float most, std::int64_t columns) {                                                  \
        return kernels::sumOfExponentials(x, most, columns);                                                                               \
    }                                                                                                                                      \
    ANNEAL_VECTOR float exponentiate(const T* x, float most, float* out, std::int64_t columns) {                                           \
        return kernels::exponentiate(x, most, out, columns);                                                                               \
    }                                                                                                                                      \
    ANNEAL_VECTOR void multiply(const float* x, float factor, T* out, std::int64_t columns) { kernels::multiply(x, factor, out, columns); }

ANNEAL_KERNELS(float)
ANNEAL_KERNELS(c10::BFloat16)

/// softmax - onehot of one row in its place; returns the sum of the exponentials.
template <class T>
float softmaxGradient(T* row, std::int64_t target, float most, std::vector<float>& scratch, std::int64_t columns) {
    float* exponentials = nullptr;
    if constexpr (std::is_same_v<T, float>) {
        exponentials = row;
    } else {
        scratch.resize(static_cast<std::size_t>(columns));
        exponentials = scratch.data();
    }
    const auto sum = exponentiate(row, most, exponentials, columns);
    const auto right = exponentials[target] / sum - 1.0F;
    multiply(exponentials, 1.0F / sum, row, columns);
    row[target] = kernels::narrow<T>(right);
    return sum;
}

}  // namespace

template <class T>
void rmsNorm(Rows<const T> x, const float* weight, Rows<T> y, std::int64_t rows, std::int64_t columns, double eps) {
    at::parallel_for(0, rows, grainRows(columns), [&](std::int64_t begin, std::int64_t end) {
        for (auto r = begin; r < end; ++r) {
            const auto* row = x.data + r * x.stride;
            scaleRow(row, weight, inverseRms(row, columns, eps), y.data + r * y.stride, columns);
        }
    });
}

template <class T>
void rmsNormBackward(Rows<const T> dy, Rows<const T> x, const float* weight, Rows<T> dx, float* dWeight, std::int64_t rows,
                     std::int64_t columns, double eps, bool overwrite) {
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
                if (!dx.data) continue;
                const auto pull = weightedDot(dyRow, weight, xRow, columns) * scale * scale * scale / static_cast<float>(columns);
                auto* dxRow = dx.data + r * dx.stride;
                if (overwrite) std::fill_n(dxRow, columns, T{});
                rmsGradientRow(dyRow, xRow, weight, scale, pull, overwrite, dxRow, columns);
            }
    });
    if (!dWeight) return;
    std::fill_n(dWeight, columns, 0.0F);
    for (std::int64_t chunk = 0; chunk < chunks; ++chunk)
        for (std::int64_t c = 0; c < columns; ++c) dWeight[c] += partial[static_cast<std::size_t>(chunk * columns + c)];
}

template <class T>
void rotate(Rows<T> x, const float* cos, const float* sin, std::int64_t rows, std::int64_t heads, std::int64_t dim, float direction) {
    const auto half = dim / 2;
    at::parallel_for(0, rows, grainRows(heads * dim), [&](std::int64_t begin, std::int64_t end) {
        for (auto r = begin; r < end; ++r)
            for (std::int64_t h = 0; h < heads; ++h)
                rotateHead(x.data + r * x.stride + h * dim, cos + r * half, sin + r * half, half, direction);
    });
}

template <class T>
void swiglu(const T* gate, const T* up, T* out, std::int64_t count) {
    at::parallel_for(0, count, kGrain,
                     [&](std::int64_t begin, std::int64_t end) { swigluRange(gate + begin, up + begin, out + begin, end - begin); });
}

template <class T>
void swigluBackward(const T* dOut, T* gate, T* up, T* out, std::int64_t count) {
    at::parallel_for(0, count, kGrain, [&](std::int64_t begin, std::int64_t end) {
        swigluGradientRange(dOut + begin, gate + begin, up + begin, out + begin, end - begin);
    });
}

template <class T>
double softmaxCrossEntropy(Rows<T> logits, const std::int64_t* targets, std::int64_t rows, std::int64_t columns, bool gradient) {
    std::vector<double> losses(static_cast<std::size_t>(rows));
    at::parallel_for(0, rows, grainRows(columns), [&](std::int64_t begin, std::int64_t end) {
        std::vector<float> scratch;
        for (auto r = begin; r < end; ++r) {
            auto* row = logits.data + r * logits.stride;
            const auto most = largest(row, columns);
            const auto at = kernels::wide(row[targets[r]]);
            const auto sum = gradient ? softmaxGradient(row, targets[r], most, scratch, columns) : sumOfExponentials(row, most, columns);
            losses[static_cast<std::size_t>(r)] = std::log(static_cast<double>(sum)) + most - at;
        }
    });
    double total = 0;
    for (const auto loss : losses) total += loss;
    return total;
}

#define ANNEAL_INSTANTIATE(T)                                                                                                             \
    template void rmsNorm(Rows<const T>, const float*, Rows<T>, std::int64_t, std::int64_t, double);                                      \
    template void rmsNormBackward(Rows<const T>, Rows<const T>, const float*, Rows<T>, float*, std::int64_t, std::int64_t, double, bool); \
    template void rotate(Rows<T>, const float*, const float*, std::int64_t, std::int64_t, std::int64_t, float);                           \
    template void swiglu(const T*, const T*, T*, std::int64_t);                                                                           \
    template void swigluBackward(const T*, T*, T*, T*, std::int64_t);                                                                     \
    template double softmaxCrossEntropy(Rows<T>, const std::int64_t*, std::int64_t, std::int64_t, bool);

ANNEAL_INSTANTIATE(float)
ANNEAL_INSTANTIATE(c10::BFloat16)

}  // namespace anneal::nn::fast
