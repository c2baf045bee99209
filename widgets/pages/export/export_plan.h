#pragma once
// What is to be exported: from where, to which targets, into which folder. Its parts become questions to the engine.

#include <vector>

#include <QJsonObject>
#include <QStringList>

#include "base/json.h"
#include "catalogue/model_config.h"
#include "models/model_choice.h"

namespace anneal::pages {

enum class Target { folder, adapter, gguf };

/// A GGUF type as people choose it. Words: typeNote().
struct GgufOffer {
    const char* name;
    double klBound;  ///< nats, that the engine's gate allows
};
const std::vector<GgufOffer>& ggufOffers();

struct ExportPlan {
    std::vector<Target> targets{Target::gguf};
    QStringList types;   ///< of GGUF, in the order of ggufOffers(); empty: not chosen yet
    QString dtype;       ///< of a folder: float32, bfloat16, float16; empty: as the base model has it
    std::string folder;  ///< where everything goes

    bool has(Target target) const;
    void set(Target target, bool wanted);
    /// Files and folders that will be there.
    int count() const;
    QJsonObject json() const;
    static ExportPlan fromJson(const QJsonObject& json);
};

/// One question to the engine's `export`.
struct ExportPart {
    Target target = Target::gguf;
    Json arguments;
};
/// In the order in which they are asked; a target without a type is left out.
std::vector<ExportPart> partsOf(const ExportPlan& plan, const models::ModelChoice& choice);
/// The same as lines for a terminal.
QStringList commandsOf(const ExportPlan& plan, const models::ModelChoice& choice);

/// Whether `choice` can be exported to `target`: an adapter needs a run that trained one. GGUF files and loose adapters are no sources.
bool isSource(const models::ModelChoice& choice);
bool offers(const models::ModelChoice& choice, Target target);

/// The type that fits most: Q8_0 for small models, which lose most by fewer bits, and for those that K-quants do not divide; else Q4_K_M.
QString recommendedType(const catalogue::ModelConfig& config);

/// A word of a shell, in quotes where it needs them.
QString quoted(const QString& word);

}  // namespace anneal::pages
