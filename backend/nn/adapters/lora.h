#pragma once
// Low-rank adapters (Hu et al. 2021), in PEFT's layout on disk: adapter_config.json and adapter_model.safetensors.

#include <filesystem>

#include "base/result.h"
#include "nn/adapters/lora_config.h"
#include "nn/causal_lm.h"

namespace anneal::nn {

/// Puts a fresh adapter on the chosen linear layers: A drawn as PEFT draws it (Kaiming uniform, a = sqrt 5), B zero, both FP32.
/// Freezes the base; A and B become the trainable parameters. Errors: "adapter_exists", "target_modules_unknown" (names those
/// that match nothing and those there are), "lora_rank_invalid".
Status attachLora(CausalLm& model, const LoraConfig& config);

/// Puts the adapter of a PEFT folder on the model; `trainable` to continue its training. Errors: "file_not_found",
/// "adapter_unsupported" (a kind or option that is not supported, named), "adapter_mismatch", "adapter_exists", "pickle_refused".
Status loadAdapter(CausalLm& model, const std::filesystem::path& folder, bool trainable = false);

/// Writes the model's adapter as PEFT would. Each file appears whole or not at all. Error: "adapter_missing".
Status saveAdapter(const CausalLm& model, const std::filesystem::path& folder);

/// Adds scale · B·A to each weight in FP32, rounds once, and takes the adapter off.
void mergeAdapters(CausalLm& model);
/// Takes the adapter off and leaves the base as it was.
void removeAdapters(CausalLm& model);

}  // namespace anneal::nn
