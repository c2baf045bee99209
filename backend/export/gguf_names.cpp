#include "export/gguf_names.h"

#include <array>
#include <utility>

namespace anneal::exporting {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array kOutside{
    Pair{"model.embed_tokens", "token_embd"},
    Pair{"model.norm", "output_norm"},
    Pair{"lm_head", "output"},
};
constexpr std::array kInBlock{
    Pair{"input_layernorm", "attn_norm"},    Pair{"self_attn.q_proj", "attn_q"},
    Pair{"self_attn.k_proj", "attn_k"},      Pair{"self_attn.v_proj", "attn_v"},
    Pair{"self_attn.o_proj", "attn_output"}, Pair{"self_attn.q_norm", "attn_q_norm"},
    Pair{"self_attn.k_norm", "attn_k_norm"}, Pair{"post_attention_layernorm", "ffn_norm"},
    Pair{"mlp.gate_proj", "ffn_gate"},       Pair{"mlp.up_proj", "ffn_up"},
    Pair{"mlp.down_proj", "ffn_down"},
};

template <std::size_t n>
std::optional<std::string_view> lookUp(const std::array<Pair, n>& table, std::string_view name) {
    for (const auto& [from, to] : table)
        if (from == name) return to;
    return std::nullopt;
}

}  // namespace

std::optional<std::string> ggufName(std::string_view name) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto stem = name.substr(0, dot);
    const auto suffix = std::string(name.substr(dot));
    if (const auto outside = lookUp(kOutside, stem)) return std::string(*outside) + suffix;
    constexpr std::string_view layers = "model.layers.";
    if (!stem.starts_with(layers)) return std::nullopt;
    const auto rest = stem.substr(layers.size());
    const auto end = rest.find('.');
    if (end == std::string_view::npos) return std::nullopt;
    const auto part = lookUp(kInBlock, rest.substr(end + 1));
    if (!part) return std::nullopt;
    return "blk." + std::string(rest.substr(0, end)) + '.' + std::string(*part) + suffix;
}

std::int64_t interleavedHeads(const catalogue::ModelConfig& config, std::string_view name) {
    if (config.family != catalogue::Family::llama) return 0;
    if (name.find(".q_proj.") != std::string_view::npos) return config.heads;
    if (name.find(".k_proj.") != std::string_view::npos) return config.kvHeads;
    return 0;
}

}  // namespace anneal::exporting
