#pragma once
// A Hugging Face folder of a Llama, Qwen2 or Qwen3 model as one GGUF file.

#include <filesystem>
#include <string>
#include <vector>

#include "base/stop_token.h"
#include "catalogue/model_config.h"
#include "export/gguf_file.h"

namespace anneal::exporting {

struct GgufOptions {
    FloatType type = FloatType::f16;  ///< of the matrices; norms and biases are F32 always
    std::string name;                 ///< general.name; empty: the folder's
    base::ProgressFunction progress;
    base::StopToken stop;
};

/// Tokenizer, chat template and stop tokens are the folder's own. Writes `file` (over an existing one). Weights are streamed: memory stays
/// at one tensor. Errors: those of readGgufVocabulary, "model_unsupported" (a variant that llama.cpp computes otherwise), "tensor_missing",
/// "shape_mismatch", "f16_overflow", "disk_full", "stopped".
Status convertToGguf(const std::filesystem::path& folder, const std::filesystem::path& file, const GgufOptions& options);

/// Rotary frequency divisors of Llama 3's stretching, [headDim / 2]: what GGUF stores as rope_freqs.weight.
std::vector<float> llama3RopeFactors(const catalogue::ModelConfig& config);

}  // namespace anneal::exporting
