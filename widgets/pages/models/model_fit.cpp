#include "pages/models/model_fit.h"

#include <QCoreApplication>
#include <QLocale>

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

QString kindText(const std::string& kind) {
    if (kind == "base") return words(QT_TRANSLATE_NOOP("ModelFit", "Base"));
    if (kind == "chat") return words(QT_TRANSLATE_NOOP("ModelFit", "Chat"));
    if (kind == "reasoning") return words(QT_TRANSLATE_NOOP("ModelFit", "Reasoning"));
    return QString::fromStdString(kind);
}

QString languagesText(const std::vector<std::string>& languages) {
    QStringList names;
    for (const auto& language : languages) {
        if (language == "en")
            names << words(QT_TRANSLATE_NOOP("ModelFit", "English"));
        else if (language == "zh")
            names << words(QT_TRANSLATE_NOOP("ModelFit", "Chinese"));
        else if (language == "code")
            names << words(QT_TRANSLATE_NOOP("ModelFit", "Code"));
        else
            names << QString::fromStdString(language);
    }
    return QLocale().createSeparatedList(names);
}

QString aboutText(const bridge::BaseModel& model) {
    if (!model.known)
        return words(QT_TRANSLATE_NOOP("ModelFit", "A folder on this machine, of the %1 family"))
            .arg(QString::fromUtf8(catalogue::familyName(model.config.family)));
    const auto& about = model.known->about;
    static const std::array kAbout{
        QT_TRANSLATE_NOOP("ModelFit", "general text, for continued pre-training or tuning from the ground up"),
        QT_TRANSLATE_NOOP("ModelFit", "general chat, a good first choice for question and answer data"),
        QT_TRANSLATE_NOOP("ModelFit", "source code in 87 programming languages"),
        QT_TRANSLATE_NOOP("ModelFit", "programming tasks given as instructions"),
    };
    for (const auto* known : kAbout)
        if (about == known) return words(known);
    return QString::fromStdString(about);
}

}  // namespace anneal::pages
