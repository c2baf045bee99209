#include "train/validation.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include "train/objective.h"

namespace anneal::train {

Result<LossTotal> validate(nn::CausalLm& model, const Samples& samples, int batchSize, ProcessGroup& group) {
    at::NoGradGuard noGrad;
    model.setTraining(false);
    auto sum = at::zeros({1}, at::kDouble);
    LossTotal total;
    const auto count = static_cast<std::uint32_t>(samples.count());
    const auto stride = static_cast<std::uint32_t>(batchSize);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t begin = 0, batch = 0; begin < count; begin += stride, ++batch) {
        rows.clear();
        for (auto row = begin; row < std::min(begin + stride, count); ++row) rows.push_back(row);
        total.tokens += samples.trainedCount(rows);
        if (static_cast<int>(batch % static_cast<std::uint32_t>(group.size())) != group.rank()) continue;
        const auto loss = crossEntropySum(model, samples.tokens(), rows);
        if (loss.defined()) sum += loss.to(at::kCPU, at::kDouble);
    }
    model.setTraining(true);
    ANNEAL_CHECK(group.sum(sum));
    total.sum = sum.item<double>();
    return total;
}

}  // namespace anneal::train
