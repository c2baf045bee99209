#include "nn/families/dense/block.h"

#include <string>

namespace anneal::nn::dense {
namespace {

/// One block's tensors by their names in the state dict.
class BlockWeights {
public:
    BlockWeights(const Parameters& parameters, std::int64_t layer, double rmsEps)
        : parameters_(parameters), prefix_("model.layers." + std::to_string(layer) + "."), rmsEps_(rmsEps) {}

    /// `name`.weight, with `name`.bias where the model has one.
    Linear linear(const std::string& name) const {
        Linear layer;
        layer.weight = parameters_.find(prefix_ + name + ".weight");
        layer.bias = parameters_.find(prefix_ + name + ".bias");
        return layer;
    }
    RmsNorm norm(const std::string& name) const { return {parameters_.find(prefix_ + name + ".weight"), rmsEps_}; }

private:
    const Parameters& parameters_;
    std::string prefix_;
    double rmsEps_;
};

}  // namespace

DecoderBlock makeBlock(const catalogue::ModelConfig& config, const Parameters& parameters, std::int64_t layer) {
    const BlockWeights weights(parameters, layer, config.rmsEps);
    DecoderBlock block;
    block.index = layer;
    block.attentionNorm = weights.norm("input_layernorm");
    block.attention.query = weights.linear("self_attn.q_proj");
    block.attention.key = weights.linear("self_attn.k_proj");
    block.attention.value = weights.linear("self_attn.v_proj");
    block.attention.output = weights.linear("self_attn.o_proj");
    if (config.qkNorm) {
        block.attention.queryNorm = weights.norm("self_attn.q_norm");
        block.attention.keyNorm = weights.norm("self_attn.k_norm");
    }
    block.attention.headDim = config.headDim;
    block.attention.window = config.window(layer);
    block.feedForwardNorm = weights.norm("post_attention_layernorm");
    block.feedForward = {weights.linear("mlp.gate_proj"), weights.linear("mlp.up_proj"), weights.linear("mlp.down_proj")};
    return block;
}

}  // namespace anneal::nn::dense
