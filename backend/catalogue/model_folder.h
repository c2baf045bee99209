#pragma once
// Does a model folder hold what its config.json promises? Read from headers only: no weights, no torch.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "catalogue/model_config.h"

namespace anneal::catalogue {

/// One thing that does not fit.
struct ModelProblem {
    enum class Kind { missingTensor, unexpectedTensor, wrongShape, wrongType, tokenizer };
    Kind kind = Kind::missingTensor;
    std::string name;  ///< the tensor, or "tokenizer"
    std::string what;  ///< "has shape [64, 64] where config.json asks for [64, 128]"

    std::string text() const { return name + " " + what; }
};

struct ModelCheck {
    ModelConfig config;
    std::int64_t parameters = 0;                 ///< by config.json
    std::uint64_t bytes = 0;                     ///< of all tensors on disk
    std::map<std::string, std::int64_t> dtypes;  ///< tensors by type as safetensors writes it
    bool hasTokenizer = false;
    bool hasTemplate = false;
    std::vector<ModelProblem> problems;
    std::vector<std::string> notes;  ///< worth knowing, nothing wrong

    bool ok() const { return problems.empty(); }
    /// Success, or Error "model_mismatch" that names the first misfits and how many there are.
    Status status(const std::filesystem::path& folder) const;
};

/// Compares every tensor's shape with config.json, and the tokenizer with the embedding. Misfits are listed, not errors;
/// errors are what keeps the folder from being read at all: see ModelConfig::read and readModelTensors.
Result<ModelCheck> checkModelFolder(const std::filesystem::path& folder);

}  // namespace anneal::catalogue
