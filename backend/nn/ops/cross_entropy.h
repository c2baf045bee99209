#pragma once
// The output head and the cross-entropy in one, for the rows that are trained.

#include <ATen/core/Tensor.h>

namespace anneal::nn {

/// Sum over n rows of -log softmax(hidden · weightᵀ)[target]; a scalar, FP32, differentiable in `hidden` and `weight`.
/// hidden [n, hidden], weight [vocab, hidden], target int64 [n]. Pass only rows whose target is trained: gather them first.
/// Works in chunks of rows, so that all logits never exist at once; without gradients it computes only the loss.
at::Tensor linearCrossEntropySum(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& targets);

/// The same by plain ATen and autograd, with all logits at once: what the tests compare with.
at::Tensor linearCrossEntropySumReference(const at::Tensor& hidden, const at::Tensor& weight, const at::Tensor& targets);

}  // namespace anneal::nn
