#include "nn/families/qwen3/block.h"

#include "nn/families/block_weights.h"

namespace anneal::nn::qwen3 {

DecoderBlock makeBlock(const catalogue::ModelConfig& config, const Parameters& parameters, std::int64_t layer) {
    const BlockWeights weights(parameters, layer, config.rmsEps);
    DecoderBlock block;
    block.index = layer;
    block.attentionNorm = weights.norm("input_layernorm");
    block.attention.query = weights.linear("self_attn.q_proj");
    block.attention.key = weights.linear("self_attn.k_proj");
    block.attention.value = weights.linear("self_attn.v_proj");
    block.attention.output = weights.linear("self_attn.o_proj");
    block.attention.queryNorm = weights.norm("self_attn.q_norm");
    block.attention.keyNorm = weights.norm("self_attn.k_norm");
    block.attention.headDim = config.headDim;
    block.attention.window = config.window(layer);
    block.feedForwardNorm = weights.norm("post_attention_layernorm");
    block.feedForward = weights.feedForward();
    return block;
}

}  // namespace anneal::nn::qwen3
