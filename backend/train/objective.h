#pragma once
// What is minimised: the cross-entropy of the trained tokens.

#include <cstdint>
#include <span>
#include <vector>

#include <ATen/core/Tensor.h>

#include "nn/causal_lm.h"
#include "text/prepared.h"

namespace anneal::train {

/// Sum over the trained tokens of some samples, run as one batch: a scalar, FP32, on the model's device; undefined when no
/// token of them is trained. The head sees only positions whose next token is trained, the model none after the last of them.
at::Tensor crossEntropySum(nn::CausalLm& model, const text::PreparedTokens& tokens, std::span<const std::uint32_t> rows);

/// The same for each of the samples, from one batch.
std::vector<at::Tensor> crossEntropySums(nn::CausalLm& model, const text::PreparedTokens& tokens, std::span<const std::uint32_t> rows);

}  // namespace anneal::train
