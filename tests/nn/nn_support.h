#pragma once
// Golden models and comparisons that the tests of nn share.

#include <ATen/ATen.h>

#include "nn/batch.h"
#include "nn/load.h"
#include "nn/weights/safetensors.h"
#include "support.h"

namespace anneal::test {

inline std::filesystem::path goldenModel(const std::string& name) { return golden() / "models" / name; }

/// What make_models.py recorded: sequences laid end to end, and the logits of each on its own.
struct GoldenLogits {
    std::vector<std::vector<std::int32_t>> sequences;
    at::Tensor logits;  ///< [n, vocab]

    explicit GoldenLogits(const std::filesystem::path& folder) {
        const auto reader = nn::SafetensorsReader::open(folder / "golden.safetensors").value();
        const auto ids = reader.tensor("ids").value();
        const auto starts = reader.tensor("starts").value();
        logits = reader.tensor("logits").value();
        for (std::int64_t s = 0; s + 1 < starts.numel(); ++s) {
            sequences.emplace_back();
            for (auto t = starts[s].item<std::int64_t>(); t < starts[s + 1].item<std::int64_t>(); ++t)
                sequences.back().push_back(ids[t].item<std::int32_t>());
        }
    }
    nn::TokenBatch packed(at::Device device = at::kCPU) const {
        std::vector<std::span<const std::int32_t>> spans(sequences.begin(), sequences.end());
        return nn::makeBatch(spans, device);
    }
};

inline at::Tensor logitsOf(nn::CausalLm& model, const nn::TokenBatch& batch) {
    const at::NoGradGuard noGrad;
    return model.logits(model.hidden(batch));
}

/// Largest difference over the largest expected magnitude.
inline double relativeError(const at::Tensor& found, const at::Tensor& expected) {
    const auto wide = [](const at::Tensor& x) { return x.detach().to(at::kCPU).to(at::kDouble); };
    return ((wide(found) - wide(expected)).abs().max() / wide(expected).abs().max().clamp_min(1e-30)).item<double>();
}

}  // namespace anneal::test
