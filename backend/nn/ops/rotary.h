#pragma once
// Rotary positions (Su et al. 2021), in the half-split layout of Hugging Face's Llama.

#include <cstdint>

#include <ATen/core/Tensor.h>

#include "catalogue/model_config.h"

namespace anneal::nn {

/// Cosines and sines of each token: FP32 [tokens, headDim / 2].
struct RotaryAngles {
    at::Tensor cos;
    at::Tensor sin;
};

/// One frequency a pair: FP32 [headDim / 2] on the CPU, after the config's scaling (linear: Chen et al. 2023; llama3: as
/// transformers' _compute_llama3_parameters).
at::Tensor rotaryFrequencies(const catalogue::ModelConfig& config);

RotaryAngles rotaryAngles(const at::Tensor& frequencies, const at::Tensor& positions);

/// Rotates pairs (i, i + headDim / 2) of x [tokens, heads, headDim]; the result has x's type.
at::Tensor applyRotary(const at::Tensor& x, const RotaryAngles& angles);

}  // namespace anneal::nn
