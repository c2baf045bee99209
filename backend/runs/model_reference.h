#pragma once
// What a person means by a model: a folder, a GGUF file, a registered name, a run, or one of a run's checkpoints.

#include <filesystem>
#include <optional>
#include <string>

#include "base/json.h"
#include "base/result.h"
#include "runs/spec.h"

namespace anneal::runs {

struct ModelReference {
    std::filesystem::path model;      ///< Hugging Face folder with the weights, or a GGUF file
    std::filesystem::path adapter;    ///< PEFT folder, or empty
    std::filesystem::path tokenizer;  ///< folder with tokenizer and template; a checkpoint has none of its own
    std::optional<RunSpec> spec;      ///< of the run that made it

    bool isGguf() const { return model.extension() == ".gguf"; }
    /// As the engine's work verbs take it.
    Json arguments() const;
};

/// `model`: a model folder, a GGUF file, an adapter folder (its base is found by its config), a checkpoint, a run (directory, id, unique
/// prefix or last: what it made, else its newest checkpoint), or a registered name. `adapter`: a PEFT folder or a run; may be empty.
/// Errors: "model_unknown", "run_without_result", "adapter_not_found", and those of RunDirectory::find.
Result<ModelReference> findModel(const std::string& model, const std::string& adapter);

}  // namespace anneal::runs
