#pragma once
// checkpoints/step-N/: everything a run continues from, written aside and renamed.
//   adapter_config.json, adapter_model.safetensors   or, when base weights are trained, a Hugging Face folder
//   optimizer.safetensors   random.safetensors (a tensor a rank)   trainer_state.json   DONE

#include <filesystem>
#include <optional>
#include <vector>

#include "nn/causal_lm.h"
#include "runs/run_directory.h"
#include "train/adamw.h"
#include "train/trainer_state.h"

namespace anneal::train {

/// Called by rank 0 alone. `randomStates`: by rank. `source`: the base model's folder. Errors: "disk_full", "write_failed";
/// earlier checkpoints stay as they are.
Status writeCheckpoint(const runs::RunDirectory& directory, const nn::CausalLm& model, const AdamW& optimizer, const TrainerState& state,
                       const std::vector<at::Tensor>& randomStates, const std::filesystem::path& source);

/// Removes what a killed life left half written or half removed. Before anything else, by rank 0.
void removeRemnants(const runs::RunDirectory& directory);

/// The newest checkpoint whose files can be read; what cannot is passed over with a warning.
std::optional<runs::CheckpointInfo> newestCheckpoint(const runs::RunDirectory& directory);

Result<TrainerState> readTrainerState(const std::filesystem::path& checkpoint);
/// The optimiser's moments, and the random state of `rank`, undefined when the checkpoint was made by fewer ranks.
Status readOptimizer(const std::filesystem::path& checkpoint, AdamW& optimizer, std::int64_t steps);
Result<at::Tensor> readRandomState(const std::filesystem::path& checkpoint, int rank);

/// Removes the oldest beyond `keep` (0: all stay), never `best`.
void pruneCheckpoints(const runs::RunDirectory& directory, int keep, std::int64_t best);

/// What the run made, as a folder that loads by itself: the adapter, or the model with its tokenizer. From the model in memory.
Status writeResult(const std::filesystem::path& target, const nn::CausalLm& model, const std::filesystem::path& source,
                   std::optional<at::ScalarType> dtype);

}  // namespace anneal::train
