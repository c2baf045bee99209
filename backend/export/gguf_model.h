#pragma once
// A GGUF file's weights in our own engine: what the gate compares llama.cpp with.

#include <filesystem>
#include <memory>

#include "nn/causal_lm.h"

namespace anneal::exporting {

/// The model of `config` with the file's weights dequantised to FP32, on the CPU. Errors: "gguf_invalid", "tensor_missing",
/// "shape_mismatch".
Result<std::unique_ptr<nn::CausalLm>> loadGguf(const std::filesystem::path& file, const catalogue::ModelConfig& config);

}  // namespace anneal::exporting
