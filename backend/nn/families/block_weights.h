#pragma once
// One block's tensors out of a model's parameters.

#include <string>

#include "nn/layers/decoder_block.h"
#include "nn/parameters.h"

namespace anneal::nn {

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
    FeedForward feedForward() const { return {linear("mlp.gate_proj"), linear("mlp.up_proj"), linear("mlp.down_proj")}; }

private:
    const Parameters& parameters_;
    std::string prefix_;
    double rmsEps_;
};

}  // namespace anneal::nn
