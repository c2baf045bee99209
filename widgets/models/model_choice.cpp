#include "models/model_choice.h"

#include <algorithm>

#include <QCoreApplication>

#include "controls/numbers.h"

namespace anneal::models {
namespace {

namespace fs = std::filesystem;

QString words(const char* text) { return QCoreApplication::translate("ModelChoice", text); }

bool has(const fs::path& folder, const char* file) {
    std::error_code ignored;
    return fs::exists(folder / file, ignored);
}

bool isModelFile(const fs::path& path) {
    std::error_code ignored;
    if (fs::is_regular_file(path, ignored)) return path.extension() == ".gguf";
    return has(path, "config.json") || has(path, "adapter_config.json");
}

ModelChoice ofRun(const runs::RunOverview& run) {
    ModelChoice choice;
    choice.kind = ModelChoice::Kind::run;
    choice.name = QString::fromStdString(run.name);
    choice.run = QString::fromStdString(run.status.id);
    choice.runFolder = run.directory.root().string();
    choice.base = run.spec.modelNameOrPath;
    choice.adapter = run.spec.finetuningType == runs::FinetuningType::lora;
    return choice;
}

void addRun(const runs::RunOverview& run, std::vector<ModelChoice>& choices) {
    auto choice = ofRun(run);
    const auto result = choice.adapter ? run.directory.adapter() : run.directory.model();
    if (has(result, choice.adapter ? "adapter_config.json" : "config.json")) {
        choice.reference = choice.runFolder;
        choice.evalLoss = run.bestEvalLoss;
        choices.push_back(choice);
    }
    auto checkpoints = run.directory.checkpointList();
    std::ranges::reverse(checkpoints);
    const auto best = std::ranges::find_if(checkpoints, [&](const auto& each) { return run.bestStep && each.step == *run.bestStep; });
    if (best != checkpoints.end()) std::rotate(checkpoints.begin(), best, best + 1);
    const auto newest = std::ranges::max_element(checkpoints, {}, &runs::CheckpointInfo::step);
    for (const auto& checkpoint : checkpoints) {
        const bool isBest = run.bestStep && checkpoint.step == *run.bestStep;
        choice.point = isBest                            ? ModelChoice::Point::best
                       : checkpoint.step == newest->step ? ModelChoice::Point::last
                                                         : ModelChoice::Point::step;
        choice.reference = checkpoint.path.string();
        choice.step = checkpoint.step;
        choice.evalLoss = isBest ? run.bestEvalLoss : std::nullopt;
        choices.push_back(choice);
    }
}

}  // namespace

bool ModelChoice::isGguf() const { return fs::path(reference).extension() == ".gguf"; }

controls::ChipLook choiceChip(const ModelChoice& choice) {
    if (choice.isGguf()) return {.text = QStringLiteral("GGUF"), .tone = controls::Tone::neutral};
    if (choice.kind == ModelChoice::Kind::run)
        return {.text = words(QT_TRANSLATE_NOOP("ModelChoice", "Tuned")), .tone = controls::Tone::accent};
    return {.text = words(QT_TRANSLATE_NOOP("ModelChoice", "Base")), .tone = controls::Tone::neutral};
}

QString choiceDetail(const ModelChoice& choice) {
    const auto step = controls::formatCount(choice.step);
    if (choice.kind != ModelChoice::Kind::run) return QString::fromStdString(choice.reference);
    switch (choice.point) {
        case ModelChoice::Point::result: return words(QT_TRANSLATE_NOOP("ModelChoice", "Result of the run"));
        case ModelChoice::Point::best: return words(QT_TRANSLATE_NOOP("ModelChoice", "Best checkpoint, step %1")).arg(step);
        case ModelChoice::Point::last: return words(QT_TRANSLATE_NOOP("ModelChoice", "Last checkpoint, step %1")).arg(step);
        case ModelChoice::Point::step: return words(QT_TRANSLATE_NOOP("ModelChoice", "Checkpoint, step %1")).arg(step);
    }
    Q_UNREACHABLE();
}

std::vector<ModelChoice> readChoices(const std::vector<catalogue::RegisteredModel>& models, const std::vector<runs::RunOverview>& runs,
                                     const std::vector<std::string>& files, const base::StopToken& stop) {
    std::vector<ModelChoice> choices;
    for (const auto& model : models) {
        if (!has(model.path, "config.json")) continue;
        ModelChoice choice;
        choice.reference = model.path.string();
        choice.name = QString::fromStdString(model.name);
        choices.push_back(std::move(choice));
    }
    for (const auto& run : runs) {
        if (stop.stopRequested()) return choices;
        addRun(run, choices);
    }
    for (const auto& file : files) {
        if (!isModelFile(file) || std::ranges::find(choices, file, &ModelChoice::reference) != choices.end()) continue;
        ModelChoice choice;
        choice.kind = ModelChoice::Kind::file;
        choice.reference = file;
        choice.name = QString::fromStdString(runs::shortName(file));
        choices.push_back(std::move(choice));
    }
    return choices;
}

}  // namespace anneal::models
