#include "nn/families/dense/model.h"

#include "nn/families/dense/block.h"
#include "nn/layers/decoder.h"

namespace anneal::nn::dense {

std::unique_ptr<CausalLm> makeModel(const catalogue::ModelConfig& config, Parameters parameters, at::ScalarType dtype) {
    std::vector<DecoderBlock> blocks;
    for (std::int64_t layer = 0; layer < config.layers; ++layer) blocks.push_back(makeBlock(config, parameters, layer));
    return std::make_unique<Decoder>(config, std::move(parameters), std::move(blocks), dtype);
}

}  // namespace anneal::nn::dense
