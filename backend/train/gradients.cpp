#include "train/gradients.h"

#include <cmath>

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace anneal::train {

namespace {

constexpr std::int64_t kBucketElements = 8 * 1024 * 1024;  // 32 MiB: long enough for the network, short enough to copy

}  // namespace

Gradients::Gradients(const std::vector<nn::Parameter>& parameters) {
    for (const auto& parameter : parameters) parameters_.push_back(parameter.tensor);
    for (std::size_t begin = 0; begin < parameters_.size();) {
        std::int64_t elements = 0;
        auto end = begin;
        for (; end < parameters_.size() && (end == begin || elements + parameters_[end].numel() <= kBucketElements); ++end)
            elements += parameters_[end].numel();
        auto bucket = at::zeros({elements}, parameters_[begin].options().dtype(at::kFloat).requires_grad(false));
        std::int64_t offset = 0;
        for (; begin < end; ++begin) {
            const auto& parameter = parameters_[begin];
            views_.push_back(bucket.narrow(0, offset, parameter.numel()).view(parameter.sizes()));
            offset += parameter.numel();
        }
        buckets_.push_back(std::move(bucket));
    }
}

void Gradients::clear() {
    for (auto& bucket : buckets_) bucket.zero_();
    // Autograd adds in place to a gradient that is there: FP32 parameters write straight into their bucket.
    for (std::size_t i = 0; i < parameters_.size(); ++i)
        parameters_[i].mutable_grad() = parameters_[i].scalar_type() == at::kFloat ? views_[i] : at::Tensor();
}

void Gradients::collect() {
    at::NoGradGuard noGrad;
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        auto& gradient = parameters_[i].mutable_grad();
        if (!gradient.defined() || gradient.is_same(views_[i])) continue;
        views_[i].add_(gradient);
        gradient.reset();
    }
}

Status Gradients::reduce(ProcessGroup& group) {
    for (auto& bucket : buckets_) ANNEAL_CHECK(group.sum(bucket));
    return {};
}

double Gradients::norm() const {
    std::vector<at::Tensor> norms;
    for (const auto& bucket : buckets_) norms.push_back(at::linalg_vector_norm(bucket));
    return at::linalg_vector_norm(at::stack(norms)).item<double>();
}

void Gradients::clip(double norm, double maxNorm) {
    const auto factor = maxNorm / (norm + 1e-6);
    if (factor >= 1.0) return;
    for (auto& bucket : buckets_) bucket.mul_(factor);
}

}  // namespace anneal::train
