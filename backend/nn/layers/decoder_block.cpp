#include "nn/layers/decoder_block.h"

#include <algorithm>

#include "nn/fast/block.h"
#include "nn/ops/attention.h"
#include "nn/ops/rms_norm.h"

namespace anneal::nn {
namespace {

/// Each sequence of the batch behind what its slot of the cache holds.
at::Tensor attendWithCache(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const BlockContext& context,
                           std::int64_t layer, std::int64_t window) {
    const auto& starts = context.batch.cuSeqlens;
    std::vector<at::Tensor> outputs;
    for (std::int64_t slot = 0; slot < context.batch.sequences(); ++slot) {
        const auto first = starts[static_cast<std::size_t>(slot)];
        const auto length = starts[static_cast<std::size_t>(slot) + 1] - first;
        if (length == 0) continue;
        const auto [keys, values] = context.cache->append(layer, slot, key.narrow(0, first, length), value.narrow(0, first, length));
        outputs.push_back(continuedAttention(query.narrow(0, first, length), keys, values, window));
    }
    return at::cat(outputs, 0);
}

}  // namespace

at::Tensor RmsNorm::forward(const at::Tensor& x) const { return rmsNorm(x, weight, eps); }

at::Tensor FeedForward::forward(const at::Tensor& x) const { return down.forward(at::silu(gate.forward(x)) * up.forward(x)); }

at::Tensor DecoderBlock::attend(const at::Tensor& x, const BlockContext& context) const {
    const auto heads = [&](const Linear& layer) { return layer.forward(x).unflatten(-1, {-1, attention.headDim}); };
    auto query = heads(attention.query);
    auto key = heads(attention.key);
    const auto value = heads(attention.value);
    if (attention.queryNorm) query = attention.queryNorm->forward(query);
    if (attention.keyNorm) key = attention.keyNorm->forward(key);
    query = applyRotary(query, context.angles);
    key = applyRotary(key, context.angles);
    const auto mixed = context.cache ? attendWithCache(query, key, value, context, index, attention.window)
                                     : causalAttention(query, key, value, context.batch, attention.window);
    return attention.output.forward(mixed.flatten(1));
}

at::Tensor DecoderBlock::forwardReference(const at::Tensor& x, const BlockContext& context) const {
    const auto attended = x + attend(attentionNorm.forward(x), context);
    return attended + feedForward.forward(feedForwardNorm.forward(attended));
}

at::Tensor DecoderBlock::forward(const at::Tensor& x, const BlockContext& context) const {
    return fast::blockFits(*this, x, context) ? fast::forwardBlock(*this, x, context) : forwardReference(x, context);
}

std::vector<std::pair<const char*, Linear*>> DecoderBlock::linears() {
    return {{"self_attn.q_proj", &attention.query},  {"self_attn.k_proj", &attention.key}, {"self_attn.v_proj", &attention.value},
            {"self_attn.o_proj", &attention.output}, {"mlp.gate_proj", &feedForward.gate}, {"mlp.up_proj", &feedForward.up},
            {"mlp.down_proj", &feedForward.down}};
}

std::vector<const Linear*> DecoderBlock::layers() const {
    return {&attention.query, &attention.key, &attention.value, &attention.output, &feedForward.gate, &feedForward.up, &feedForward.down};
}

std::vector<at::Tensor> DecoderBlock::tensors() const {
    std::vector<at::Tensor> all{attentionNorm.weight, feedForwardNorm.weight};
    for (const auto* norm : {&attention.queryNorm, &attention.keyNorm})
        if (*norm) all.push_back((*norm)->weight);
    for (const auto* layer : layers()) {
        all.push_back(layer->weight);
        if (layer->bias.defined()) all.push_back(layer->bias);
        if (layer->lora) all.insert(all.end(), {layer->lora->a, layer->lora->b});
    }
    return all;
}

bool DecoderBlock::dropoutActs() const {
    return std::ranges::any_of(layers(), [](const Linear* layer) { return layer->training && layer->lora && layer->lora->dropout > 0; });
}

}  // namespace anneal::nn
