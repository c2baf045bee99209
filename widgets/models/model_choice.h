#pragma once
// The models that can be asked and exported: those with a name, what runs made, files that a person chose.

#include <optional>
#include <vector>

#include <QString>

#include "base/stop_token.h"
#include "catalogue/registry.h"
#include "controls/chip.h"
#include "runs/run_overview.h"

namespace anneal::models {

struct ModelChoice {
    enum class Kind { base, run, file };
    enum class Point { result, best, last, step };

    Kind kind = Kind::base;
    Point point = Point::result;
    std::string reference;  ///< as runs::findModel takes it: a folder, a GGUF file, a run's directory for its result
    QString name;           ///< of the model, the run or the file
    QString run;            ///< its id
    std::string runFolder;
    std::int64_t step = 0;  ///< of a checkpoint
    std::optional<double> evalLoss;
    std::string base;      ///< the folder of the model that a run started from
    bool adapter = false;  ///< of a run: it needs that model still

    bool isGguf() const;
    /// Names it between starts.
    QString key() const { return QString::fromStdString(reference); }
    bool operator==(const ModelChoice&) const = default;
};

/// "Base", "Tuned", "GGUF".
controls::ChipLook choiceChip(const ModelChoice& choice);
/// "Result", "Best checkpoint, step 1,430", a folder: what tells it from those of the same name.
QString choiceDetail(const ModelChoice& choice);

/// Looks at the disk: call it in a job. Models by name, then runs as they are given, each its result and then its checkpoints, best
/// first; `files` that are there come last. A file or folder that is no model is left out.
std::vector<ModelChoice> readChoices(const std::vector<catalogue::RegisteredModel>& models, const std::vector<runs::RunOverview>& runs,
                                     const std::vector<std::string>& files, const base::StopToken& stop);

}  // namespace anneal::models
