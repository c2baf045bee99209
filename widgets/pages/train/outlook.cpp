#include "pages/train/outlook.h"

#include <cmath>

#include "runs/compute_dtype.h"

namespace anneal::pages {

using runs::FinetuningType;
using Verdict = runs::Fit::Verdict;

namespace {

constexpr std::int64_t kSmall = 300'000'000;  // parameters: what trains whole on any machine
constexpr double kTight = 0.9;

std::int64_t heldOut(const runs::RunSpec& spec, std::int64_t rows) {
    return spec.valSize < 1 ? std::int64_t(std::ceil(spec.valSize * double(rows))) : std::int64_t(spec.valSize);
}

std::int64_t sumOf(const std::vector<std::string>& names, const std::optional<std::int64_t>& most, const bridge::DatasetList& datasets) {
    std::int64_t sum = 0;
    for (const auto& name : names) {
        const auto& all = datasets.all();
        const auto found = std::ranges::find_if(all, [&](const auto& each) { return each.path == name || each.id.toStdString() == name; });
        if (found == all.end()) return 0;
        sum += std::min(found->manifest.rows, most.value_or(found->manifest.rows));
    }
    return sum;
}

std::int64_t stepsOf(const runs::RunSpec& spec, std::int64_t rows) {
    const auto perStep = std::int64_t(spec.perDeviceTrainBatchSize) * spec.gradientAccumulationSteps * spec.nprocPerNode;
    const auto epoch = (rows + perStep - 1) / perStep;
    const auto steps = std::int64_t(std::ceil(double(epoch) * spec.numTrainEpochs));
    return spec.maxSteps > 0 ? std::min(steps, spec.maxSteps) : steps;
}

std::int64_t savesOf(const runs::RunSpec& spec, std::int64_t steps) {
    if (spec.saveStrategy == runs::IntervalStrategy::no) return 0;
    const auto saves = spec.saveStrategy == runs::IntervalStrategy::steps ? 1 + (std::max<std::int64_t>(1, steps) - 1) / spec.saveSteps
                                                                          : std::int64_t(std::ceil(spec.numTrainEpochs));
    return spec.saveTotalLimit > 0 ? std::min<std::int64_t>(saves, spec.saveTotalLimit + (spec.hasEvalData() ? 1 : 0)) : saves;
}

}  // namespace

Place placeOf(const runs::RunSpec& spec, const system::Machine& machine) {
    const bool cuda = spec.device == runs::DeviceKind::cuda || (spec.device == runs::DeviceKind::automatic && !machine.gpus.empty());
    if (cuda && !machine.gpus.empty()) {
        const auto& gpu = machine.gpus.front();
        return {QString::fromStdString(gpu.name), std::int64_t(gpu.memoryBytes), int(machine.gpus.size()), true, true};
    }
    return {QString::fromStdString(machine.cpu.name), std::int64_t(machine.memory.totalBytes), 1, false, machine.cpu.fastBf16()};
}

std::pair<std::int64_t, std::int64_t> rowsOf(const runs::RunSpec& spec, const bridge::DatasetList& datasets) {
    const auto all = sumOf(spec.dataset, spec.maxSamples, datasets);
    if (spec.valSize > 0) {
        const auto held = std::min(all, heldOut(spec, all));
        return {all - held, held};
    }
    return {all, sumOf(spec.evalDataset, spec.maxSamples, datasets)};
}

Outlook outlookOf(const runs::RunSpec& spec, const catalogue::ModelConfig& config, std::pair<std::int64_t, std::int64_t> rows,
                  const system::Machine& machine) {
    Outlook outlook;
    outlook.place = placeOf(spec, machine);
    outlook.bf16 = runs::resolvedDtype(spec, config, outlook.place.cuda, outlook.place.fastBf16) == runs::ComputeDtype::bf16;
    const auto tokens = std::int64_t(spec.perDeviceTrainBatchSize) * spec.cutoffLen;
    outlook.memory = runs::estimateMemory(spec, config, tokens, outlook.place.cuda, outlook.bf16);
    outlook.needed = outlook.memory.total() * (outlook.place.cuda ? 1 : spec.nprocPerNode);
    if (outlook.needed > outlook.place.bytes)
        outlook.verdict = Verdict::over;
    else if (double(outlook.needed) > kTight * double(outlook.place.bytes))
        outlook.verdict = Verdict::tight;
    outlook.trained = runs::trainedParameters(spec, config);
    outlook.parameters = config.parameterCount();
    outlook.resultBytes = runs::resultBytes(spec, config);
    outlook.checkpointBytes = runs::checkpointBytes(spec, config);
    std::tie(outlook.trainRows, outlook.evalRows) = rows;
    if (outlook.trainRows > 0) outlook.steps = stepsOf(spec, outlook.trainRows);
    outlook.diskBytes = outlook.resultBytes + savesOf(spec, outlook.steps) * outlook.checkpointBytes;
    return outlook;
}

runs::RunSpec leanest(runs::RunSpec spec) {
    spec.perDeviceTrainBatchSize = 1;
    spec.gradientCheckpointing = true;
    return spec;
}

runs::RunSpec withMethod(runs::RunSpec spec, FinetuningType method) {
    spec.finetuningType = method;
    if (method != FinetuningType::full) spec.trainFromScratch = false;
    if (method == FinetuningType::lora) spec.pureBf16 = false;
    return spec;
}

Advice adviseMethod(const runs::RunSpec& spec, const catalogue::ModelConfig& config, const system::Machine& machine) {
    const auto fits = [&](FinetuningType method) {
        return outlookOf(withMethod(spec, method), config, {}, machine).verdict != Verdict::over;
    };
    if (spec.trainFromScratch) return {FinetuningType::full, Advice::Reason::fromScratch};
    const bool full = fits(FinetuningType::full), lora = fits(FinetuningType::lora);
    if (full && spec.stage == runs::Stage::pt) return {FinetuningType::full, Advice::Reason::newText};
    if (full && config.parameterCount() < kSmall) return {FinetuningType::full, Advice::Reason::smallModel};
    if (lora) return {FinetuningType::lora, Advice::Reason::leastRisk};
    if (fits(FinetuningType::freeze)) return {FinetuningType::freeze, Advice::Reason::onlyOneThatFits};
    return {FinetuningType::lora, Advice::Reason::noneFits};
}

}  // namespace anneal::pages
