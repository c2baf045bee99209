#include "pages/models/model_fit.h"

#include <QCoreApplication>

#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using runs::FinetuningType;
using Verdict = runs::Fit::Verdict;

QString words(const char* text) { return QCoreApplication::translate("ModelFit", text); }

}  // namespace

FitDevice fitDevice(const system::Machine& machine) {
    const auto largest = std::ranges::max_element(machine.gpus, {}, &system::GpuInfo::memoryBytes);
    if (largest != machine.gpus.end()) return {QString::fromStdString(largest->name), std::int64_t(largest->memoryBytes), true, true};
    return {QString::fromStdString(machine.cpu.name), std::int64_t(machine.memory.totalBytes), false, machine.cpu.fastBf16()};
}

std::vector<MethodFit> fitsOf(const catalogue::ModelConfig& config, const FitDevice& device) {
    std::vector<MethodFit> fits;
    const std::array methods{std::pair{FinetuningType::lora, u"LoRA"_s},
                             std::pair{FinetuningType::freeze, words(QT_TRANSLATE_NOOP("ModelFit", "Freeze"))},
                             std::pair{FinetuningType::full, words(QT_TRANSLATE_NOOP("ModelFit", "Full"))}};
    for (const auto& [method, name] : methods) {
        runs::RunSpec spec;
        spec.finetuningType = method;
        spec.loraAlpha = 2.0 * spec.loraRank;
        spec.gradientCheckpointing = true;
        fits.push_back({name, runs::fitOn(spec, config, kFitTokens, device.bytes, device.cuda, device.bf16)});
    }
    return fits;
}

controls::ChipLook fitChip(const MethodFit& fit) {
    switch (fit.fit.verdict) {
        case Verdict::fits:
            return {.text = words(QT_TRANSLATE_NOOP("ModelFit", "%1 fits")).arg(fit.method), .tone = controls::Tone::success, .dot = true};
        case Verdict::tight:
            return {
                .text = words(QT_TRANSLATE_NOOP("ModelFit", "%1 is tight")).arg(fit.method), .tone = controls::Tone::warning, .dot = true};
        case Verdict::over: break;
    }
    return {.text = words(QT_TRANSLATE_NOOP("ModelFit", "%1 is too large")).arg(fit.method), .tone = controls::Tone::danger, .dot = true};
}

QString fitReason(const MethodFit& fit, const FitDevice& device) {
    return words(QT_TRANSLATE_NOOP("ModelFit", "Takes about %1 of %2"))
        .arg(controls::formatBytes(std::uint64_t(fit.fit.memory.total())), controls::formatBytes(std::uint64_t(device.bytes)));
}

}  // namespace anneal::pages
