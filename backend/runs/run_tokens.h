#pragma once
// From a RunSpec's data sets to its prepared tokens: open, split, encode. Not in the bare engine, which only reads the result.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "runs/spec.h"
#include "text/label_mask.h"
#include "text/prepare.h"

namespace anneal::runs {

/// model_name_or_path and adapter_name_or_path become folders, data sets absolute paths where they are paths, so that the frozen
/// spec means the same from anywhere. Errors: those of ModelRegistry::resolve, "adapter_not_found".
Status resolvePaths(RunSpec& spec);

/// How the run turns a sample into tokens: its tokenizer, template and masks. Errors: "template_missing" lists the known ones, and those
/// of Tokenizer::load.
Result<text::SampleEncoder> sampleEncoder(const RunSpec& spec);
/// stage pt trains on the text itself, whatever the data set's shape. Error "row_unsuitable" for a conversation.
Status fitToStage(Stage stage, text::Sample& sample);

struct RunTokens {
    text::PrepareReport train;
    std::optional<text::PrepareReport> eval;  ///< where the spec has rows for evaluation
};

/// Whether the data sets hold other rows than `trainFolder` was made from; false where they cannot be opened any more.
Result<bool> dataChanged(const RunSpec& spec, const std::filesystem::path& trainFolder, const base::ProgressFunction& progress = {},
                         const base::StopToken& stop = {});

/// Writes tokens/train and tokens/eval; folders that are complete stay as they are (a resumed run reads what it read before).
/// With val_size the held-out rows are drawn by the seed. Errors: "template_missing" lists the known ones, "tokens_empty",
/// "val_size_too_large", "row_unsuitable", "stopped", and those of the data.
Result<RunTokens> prepareRunTokens(const RunSpec& spec, const std::filesystem::path& trainFolder, const std::filesystem::path& evalFolder,
                                   const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

}  // namespace anneal::runs
