#pragma once
// What an export left: the file, how large it is, its hash, and what the gate found. Kept in studio.db.

#include <vector>

#include <QJsonObject>
#include <QStringList>

#include "controls/chip.h"
#include "models/model_choice.h"
#include "pages/export/export_plan.h"

namespace anneal::pages {

/// Kind of a record among the documents of studio.db.
inline constexpr auto kExportKind = "export";

struct GateLine {
    QString name;  ///< as the engine calls it: "structure, widened to F32"
    bool passed = false;
    QString measured;  ///< "mean KL 0.0187"
    QString bound;     ///< "≤ 0.2"
};

struct ExportRecord {
    QString source;         ///< of the run or the model
    QString run;            ///< its id; empty for a model
    QString key;            ///< of the choice it came from
    std::int64_t step = 0;  ///< 0: the result
    Target target = Target::gguf;
    QString type;  ///< of GGUF
    QString path;  ///< a file or a folder; what did not pass ends in ".rejected"
    std::uint64_t bytes = 0;
    QString sha256;  ///< of the largest file
    bool passed = false;
    int compared = 0;         ///< token positions
    double sameTopToken = 0;  ///< share
    double meanKl = 0;        ///< nats; NaN where the file's logits are not finite
    QString samples;          ///< what it was compared on
    std::vector<GateLine> checks;

    /// "GGUF Q4_K_M", "Hugging Face folder".
    QString what() const;
    /// The first check that failed; null where all passed.
    const GateLine* failed() const;
    QJsonObject json() const;
    static ExportRecord fromJson(const QJsonObject& json);
};

/// One of each artefact in the engine's answer.
std::vector<ExportRecord> recordsOf(const Json& answer, Target target, const models::ModelChoice& choice);

controls::ChipLook gateChip(bool passed);
QString targetText(Target target);
/// A check in plain words, and what it means when it fails.
QString checkTitle(const QString& name);
QString checkMeaning(const QString& name);
QString failureAdvice(const QString& name);
/// The share of its bound that was used, where both are figures.
std::optional<double> usedShare(const GateLine& line);

struct RunCommand {
    QString name;  ///< of the program: "anneal", "llama.cpp"
    QString text;
};
/// How people run what was exported.
std::vector<RunCommand> runCommands(const ExportRecord& record);

}  // namespace anneal::pages
