#include "pages/models/model_fit.h"

#include <span>

#include <QCoreApplication>

#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using runs::FinetuningType;
using Verdict = runs::Fit::Verdict;

QString words(const char* text) { return QCoreApplication::translate("ModelFit", text); }

/// A text of the catalogue, and how the window says it.
struct Said {
    std::string_view catalogue;
    const char* window;
};

QString said(std::span<const Said> all, std::string_view text) {
    const auto found = std::ranges::find(all, text, &Said::catalogue);
    return found == all.end() ? QString::fromUtf8(text) : words(found->window);
}

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
            names << words(QT_TRANSLATE_NOOP("ModelFit", "code"));
        else
            names << QString::fromStdString(language);
    }
    return names.join(words(QT_TRANSLATE_NOOP("ModelFit", ", ")));
}

QString licenceText(const catalogue::CatalogueModel& model) {
    static constexpr std::array kNotes{
        Said{"commercial use allowed, with use-based restrictions",
             QT_TRANSLATE_NOOP("ModelFit", "commercial use allowed, with use-based restrictions")},
        Said{"distilled into Qwen2.5 models, which are Apache-2.0",
             QT_TRANSLATE_NOOP("ModelFit", "distilled into Qwen2.5 models, which are Apache-2.0")},
    };
    return words(QT_TRANSLATE_NOOP("ModelFit", "Licence: %1 (%2)"))
        .arg(QString::fromStdString(model.licence), said(kNotes, model.licenceNote));
}

QString aboutText(const bridge::BaseModel& model) {
    if (!model.known)
        return words(QT_TRANSLATE_NOOP("ModelFit", "A folder on this machine, of the %1 family"))
            .arg(QString::fromUtf8(catalogue::familyName(model.config.family)));
    static constexpr std::array kAbout{
        Said{"general text, for continued pre-training or tuning from the ground up",
             QT_TRANSLATE_NOOP("ModelFit", "General text, for continued pre-training or tuning from the ground up")},
        Said{"general chat, a good first choice for question and answer data",
             QT_TRANSLATE_NOOP("ModelFit", "General chat, a good first choice for question and answer data")},
        Said{"source code in 87 programming languages", QT_TRANSLATE_NOOP("ModelFit", "Source code in 87 programming languages")},
        Said{"programming tasks given as instructions", QT_TRANSLATE_NOOP("ModelFit", "Programming tasks given as instructions")},
        Said{"reasons before it answers", QT_TRANSLATE_NOOP("ModelFit", "Reasons before it answers")},
        Said{"reasons before it answers; runs on a laptop", QT_TRANSLATE_NOOP("ModelFit", "Reasons before it answers; runs on a laptop")},
        Said{"reasons before it answers; the strongest of the list on mathematics",
             QT_TRANSLATE_NOOP("ModelFit", "Reasons before it answers; the strongest of the list on mathematics")},
    };
    return said(kAbout, model.known->about);
}

}  // namespace anneal::pages
