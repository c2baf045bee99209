#pragma once
// Hugging Face tensor names and GGUF's, and what differs in the data between them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "catalogue/model_config.h"

namespace anneal::exporting {

/// "model.layers.3.self_attn.q_proj.weight" → "blk.3.attn_q.weight"; nullopt for a name that no supported family has.
std::optional<std::string> ggufName(std::string_view huggingFaceName);

/// Heads whose two rotary halves llama.cpp wants interleaved, or 0: it rotates Llama's neighbouring pairs where Hugging Face
/// rotates the first half against the second, so rows of q and k are reordered. Qwen's are left as they are.
std::int64_t interleavedHeads(const catalogue::ModelConfig& config, std::string_view huggingFaceName);

/// The row of the Hugging Face tensor that becomes row `row` of the GGUF one, for a head of `headDim` rows.
inline std::int64_t sourceRow(std::int64_t row, std::int64_t headDim) {
    const auto head = row / headDim, within = row % headDim;
    return head * headDim + (within % 2) * (headDim / 2) + within / 2;
}

}  // namespace anneal::exporting
