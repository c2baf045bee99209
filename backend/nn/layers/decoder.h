#pragma once
// Embedding, blocks, final norm, head: the model that every dense family here is.

#include <vector>

#include "nn/causal_lm.h"
#include "nn/layers/decoder_block.h"

namespace anneal::nn {

class Decoder final : public CausalLm {
public:
    /// `parameters` holds every tensor that the config names; the blocks share them.
    Decoder(catalogue::ModelConfig config, Parameters parameters, std::vector<DecoderBlock> blocks, at::ScalarType dtype);

    const catalogue::ModelConfig& config() const override { return config_; }
    at::Tensor hidden(const TokenBatch& batch, KvCache* cache) override;
    at::Tensor logits(const at::Tensor& hidden) const override;
    at::Tensor headWeight() const override { return head_; }
    Parameters& parameters() override { return parameters_; }
    const Parameters& parameters() const override { return parameters_; }
    std::vector<NamedLinear> linears() override;
    at::ScalarType dtype() const override { return dtype_; }
    at::Device device() const override { return embedding_.device(); }
    void setTraining(bool training) override;
    void allowFast(bool allowed) override { fastAllowed_ = allowed; }
    void recomputeBlocks(bool recompute) override { recompute_ = recompute; }

private:
    at::Tensor recomputedBlock(const DecoderBlock& block, const at::Tensor& x, const BlockContext& context) const;

    catalogue::ModelConfig config_;
    Parameters parameters_;
    std::vector<DecoderBlock> blocks_;
    at::ScalarType dtype_;
    bool fastAllowed_ = true;
    bool recompute_ = false;
    at::Tensor embedding_;
    at::Tensor head_;
    RmsNorm norm_;
    at::Tensor frequencies_;
};

}  // namespace anneal::nn
