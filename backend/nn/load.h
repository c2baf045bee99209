#pragma once
// From a Hugging Face folder, or from its config.json alone, to a model.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include <ATen/core/Tensor.h>

#include "base/result.h"
#include "nn/causal_lm.h"

namespace anneal::nn {

struct LoadOptions {
    at::Device device = at::kCPU;
    /// Type of activations and matrix products; see computeDtypeFor.
    at::ScalarType dtype = at::kFloat;
    /// Type in which the weights are kept; absent: `dtype`. FP32 weights under BF16 products are autocast's meaning of BF16.
    std::optional<at::ScalarType> weightDtype;
    /// True: ignore weight files and draw fresh weights, as transformers initialises the family.
    bool randomInit = false;
    std::uint64_t seed = 42;  ///< of the random weights
};

/// Loads config.json and every tensor it asks for (safetensors only). A folder without any weight file is drawn at random
/// only if `randomInit`. Errors: those of catalogue/model_config.h and catalogue/safetensors_header.h ("safetensors_truncated",
/// "shard_missing", "pickle_refused", …), "weights_missing", "weights_mismatch" (a shape that is not the config's), "unsupported_dtype".
Result<std::unique_ptr<CausalLm>> loadCausalLm(const std::filesystem::path& folder, const LoadOptions& options = {});

/// Random weights from a config in memory.
Result<std::unique_ptr<CausalLm>> makeCausalLm(const catalogue::ModelConfig& config, const LoadOptions& options);

struct SaveOptions {
    std::optional<at::ScalarType> dtype;  ///< absent: as kept in memory
    std::int64_t maxShardBytes = 5'000'000'000;
};
/// Writes config.json (the one read from `source`, with its dtype brought up to date) and model.safetensors, sharded with an
/// index above `maxShardBytes`. Adapters are not written: mergeAdapters first. Each file appears whole or not at all.
Status saveCausalLm(const CausalLm& model, const std::filesystem::path& source, const std::filesystem::path& folder,
                    const SaveOptions& options = {});

}  // namespace anneal::nn
