#pragma once
// The gradients of one optimiser step, FP32, in flat buckets: summed over micro-batches and ranks, measured and clipped.

#include <cstdint>
#include <vector>

#include <ATen/core/Tensor.h>

#include "base/result.h"
#include "nn/parameters.h"
#include "train/process_group.h"

namespace anneal::train {

class Gradients {
public:
    explicit Gradients(const std::vector<nn::Parameter>& parameters);

    /// Zeroes the buckets. Call before the first backward pass of a step.
    void clear();
    /// Call after each backward pass: takes in what FP32 buckets cannot receive directly.
    void collect();
    /// Sums over ranks, bucket by bucket.
    Status reduce(ProcessGroup& group);
    /// Euclidean norm over all parameters; NaN or infinite when any gradient is.
    double norm() const;
    /// Scales so that the norm is at most `maxNorm`, as torch.nn.utils.clip_grad_norm_ does.
    void clip(double norm, double maxNorm);

    const std::vector<at::Tensor>& tensors() const { return views_; }

private:
    std::vector<at::Tensor> parameters_;
    std::vector<at::Tensor> buckets_;
    std::vector<at::Tensor> views_;  ///< of the buckets, shaped as the parameters
};

}  // namespace anneal::train
