#include "runs/hardware_advice.h"

#include <algorithm>
#include <array>

namespace anneal::runs {
namespace {

constexpr std::int64_t kGiB = std::int64_t(1) << 30;
constexpr double kTight = 0.9;

}  // namespace

std::span<const HardwareTier> hardwareTiers() {
    static const std::array<HardwareTier, 3> tiers{
        {{"development", 1, 24 * kGiB}, {"mid_scale", 4, 80 * kGiB}, {"production", 8, 80 * kGiB}}};
    return tiers;
}

Fit fitOn(const RunSpec& spec, const catalogue::ModelConfig& config, std::int64_t tokens, std::int64_t deviceBytes, bool cuda, bool bf16) {
    Fit fit{estimateMemory(spec, config, tokens, cuda, bf16)};
    const auto total = fit.memory.total();
    if (total <= deviceBytes) fit.verdict = double(total) > kTight * double(deviceBytes) ? Fit::Verdict::tight : Fit::Verdict::fits;
    return fit;
}

std::vector<const catalogue::CatalogueModel*> catalogueSizes() {
    std::vector<const catalogue::CatalogueModel*> models;
    for (const auto& model : catalogue::catalogueModels())
        if (std::ranges::none_of(models, [&](const auto* each) { return each->parameters == model.parameters; })) models.push_back(&model);
    std::ranges::stable_sort(models, {}, [](const auto* model) { return model->parameters; });
    return models;
}

const catalogue::CatalogueModel* largestThatFits(const RunSpec& spec, std::int64_t tokens, std::int64_t deviceBytes, bool cuda, bool bf16) {
    const catalogue::CatalogueModel* largest = nullptr;
    for (const auto* model : catalogueSizes())
        if (fitOn(spec, model->config, tokens, deviceBytes, cuda, bf16).verdict != Fit::Verdict::over) largest = model;
    return largest;
}

}  // namespace anneal::runs
