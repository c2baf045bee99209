#include "runs/memory_estimate.h"

#include <algorithm>

#include "base/text.h"

namespace anneal::runs {

namespace {

constexpr std::int64_t kMiB = 1 << 20;
constexpr std::int64_t kRuntimeCpu = 300 * kMiB;   // LibTorch's libraries once touched, measured
constexpr std::int64_t kRuntimeCuda = 600 * kMiB;  // CUDA context and cuBLAS work space
constexpr std::int64_t kLossChunk = 1024;          // rows of logits held at once

std::string moduleOf(const std::string& parameter) {
    const auto parts = base::split(parameter, '.');
    return parts.size() >= 2 ? parts[parts.size() - 2] : parameter;
}

bool inBlock(const std::string& name) { return name.starts_with("model.layers."); }

int blockOf(const std::string& name) { return std::stoi(base::split(name, '.')[2]); }

/// What the reference blocks keep for the backward pass, in elements a token and layer: inputs of both norms and of the seven
/// products, rotated q and k, gate, up and their product.
std::int64_t keptPerToken(const catalogue::ModelConfig& config) {
    const auto attention = config.heads * config.headDim, cache = config.kvHeads * config.headDim;
    return 6 * config.hiddenSize + 4 * attention + 4 * cache + 4 * config.intermediateSize;
}

}  // namespace

std::int64_t trainedParameters(const RunSpec& spec, const catalogue::ModelConfig& config) {
    if (spec.finetuningType == FinetuningType::full) return config.parameterCount();
    std::int64_t trained = 0;
    for (const auto& parameter : config.parameters()) {
        if (!inBlock(parameter.name)) continue;
        if (spec.finetuningType == FinetuningType::freeze) {
            const auto layers = config.layers, count = std::min<std::int64_t>(std::abs(spec.freezeTrainableLayers), layers);
            const auto block = blockOf(parameter.name);
            if (spec.freezeTrainableLayers > 0 ? block >= layers - count : block < count) trained += parameter.count();
            continue;
        }
        const auto module = moduleOf(parameter.name);
        const bool wanted = std::ranges::any_of(spec.loraTarget, [&](const auto& target) { return target == "all" || target == module; });
        if (wanted && parameter.shape.size() == 2) trained += spec.loraRank * (parameter.shape[0] + parameter.shape[1]);
    }
    return trained;
}

std::int64_t resultBytes(const RunSpec& spec, const catalogue::ModelConfig& config) {
    return 4 * (spec.finetuningType == FinetuningType::lora ? trainedParameters(spec, config) : config.parameterCount());
}

std::int64_t checkpointBytes(const RunSpec& spec, const catalogue::ModelConfig& config) {
    return resultBytes(spec, config) + 8 * trainedParameters(spec, config);
}

MemoryParts estimateMemory(const RunSpec& spec, const catalogue::ModelConfig& config, std::int64_t tokens, bool cuda, bool bf16) {
    const auto trained = trainedParameters(spec, config);
    const std::int64_t compute = bf16 ? 2 : 4;
    const bool frozenBase = spec.finetuningType == FinetuningType::lora;
    const bool mixed = !frozenBase && !spec.pureBf16;  // trained weights stay FP32
    MemoryParts parts;
    parts.weights = config.parameterCount() * (mixed ? 4 : compute) + (frozenBase ? trained * 4 : 0);
    parts.gradients = trained * 4;
    parts.optimizer = trained * (8 + (spec.pureBf16 && bf16 ? 4 : 0));
    parts.runtime = cuda ? kRuntimeCuda : kRuntimeCpu;
    const auto kept =
        spec.gradientCheckpointing ? config.layers * config.hiddenSize + keptPerToken(config) : config.layers * keptPerToken(config);
    parts.activations = tokens * kept * compute + std::min(tokens, kLossChunk) * config.vocabSize * 8;
    return parts;
}

}  // namespace anneal::runs
