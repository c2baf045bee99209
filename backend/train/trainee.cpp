#include "train/trainee.h"

#include "nn/adapters/lora.h"
#include "nn/adapters/trainable.h"
#include "nn/load.h"

namespace anneal::train {

namespace {

Status attachAdapter(nn::CausalLm& model, const runs::RunSpec& spec, const std::filesystem::path& checkpoint) {
    if (!checkpoint.empty()) return nn::loadAdapter(model, checkpoint, /*trainable=*/true);
    if (!spec.adapterNameOrPath.empty()) return nn::loadAdapter(model, spec.adapterNameOrPath, /*trainable=*/true);
    return nn::attachLora(model, {.rank = spec.loraRank,
                                  .alpha = spec.loraAlpha,
                                  .dropout = spec.loraDropout,
                                  .rsLora = spec.useRslora,
                                  .targetModules = spec.loraTarget,
                                  .baseModel = spec.modelNameOrPath,
                                  .seed = spec.seed});
}

}  // namespace

Result<std::unique_ptr<nn::CausalLm>> loadTrainee(const runs::RunSpec& spec, const std::filesystem::path& checkpoint, at::Device device,
                                                  at::ScalarType dtype) {
    const bool lora = spec.finetuningType == runs::FinetuningType::lora;
    const bool fromBase = lora || checkpoint.empty();
    // Frozen weights are kept in the type they are multiplied in; trained ones in FP32 unless pure_bf16 asks otherwise.
    const auto weights = lora || spec.pureBf16 ? dtype : at::kFloat;
    ANNEAL_TRY(model, nn::loadCausalLm(fromBase ? std::filesystem::path(spec.modelNameOrPath) : checkpoint,
                                       {.device = device,
                                        .dtype = dtype,
                                        .weightDtype = weights,
                                        .randomInit = spec.trainFromScratch && fromBase,
                                        .seed = spec.seed}));
    switch (spec.finetuningType) {
        case runs::FinetuningType::lora: ANNEAL_CHECK(attachAdapter(*model, spec, checkpoint)); break;
        case runs::FinetuningType::freeze: ANNEAL_CHECK(nn::trainPart(*model, {.layers = spec.freezeTrainableLayers})); break;
        case runs::FinetuningType::full: nn::trainEverything(*model); break;
    }
    model->recomputeBlocks(spec.gradientCheckpointing);
    return std::move(model);
}

}  // namespace anneal::train
