#include "nn/layers/decoder.h"

#include "nn/layers/recompute.h"
#include "nn/ops/embedding.h"

namespace anneal::nn {

Decoder::Decoder(catalogue::ModelConfig config, Parameters parameters, std::vector<DecoderBlock> blocks, at::ScalarType dtype)
    : config_(std::move(config)), parameters_(std::move(parameters)), blocks_(std::move(blocks)), dtype_(dtype) {
    embedding_ = parameters_.find("model.embed_tokens.weight");
    head_ = config_.tiedEmbeddings ? embedding_ : parameters_.find("lm_head.weight");
    norm_ = {parameters_.find("model.norm.weight"), config_.rmsEps};
    frequencies_ = rotaryFrequencies(config_).to(embedding_.device());
}

at::Tensor Decoder::hidden(const TokenBatch& batch, KvCache* cache) {
    const auto angles = rotaryAngles(frequencies_, batch.positions);
    const BlockContext context{batch, angles, cache, fastAllowed_};
    auto x = embed(embedding_, batch.ids, dtype_);
    const bool recompute = recompute_ && !cache && at::GradMode::is_enabled();
    for (const auto& block : blocks_) x = recompute ? recomputedBlock(block, x, context) : block.forward(x, context);
    if (cache) cache->advance(batch);
    return norm_.forward(x);
}

at::Tensor Decoder::recomputedBlock(const DecoderBlock& block, const at::Tensor& x, const BlockContext& context) const {
    auto parameters = block.tensors();
    std::erase_if(parameters, [](const at::Tensor& tensor) { return !tensor.requires_grad(); });
    return recomputed(x, parameters, block.dropoutActs(),
                      [&block, batch = context.batch, angles = context.angles, fast = context.fastAllowed](const at::Tensor& input) {
                          return block.forward(input, {batch, angles, nullptr, fast});
                      });
}

at::Tensor Decoder::logits(const at::Tensor& hidden) const { return at::linear(hidden, head_.to(hidden.scalar_type())); }

std::vector<NamedLinear> Decoder::linears() {
    std::vector<NamedLinear> all;
    for (auto& block : blocks_)
        for (const auto& [name, layer] : block.linears())
            all.push_back({"model.layers." + std::to_string(block.index) + "." + name, layer});
    return all;
}

void Decoder::setTraining(bool training) {
    for (const auto& linear : linears()) linear.layer->training = training;
}

}  // namespace anneal::nn
