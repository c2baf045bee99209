#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace anneal::nn {

/// PEFT's LoraConfig, as far as it is supported here.
struct LoraConfig {
    std::int64_t rank = 8;
    double alpha = 16;
    double dropout = 0;
    bool rsLora = false;                            ///< scale alpha / sqrt(rank) instead of alpha / rank
    std::vector<std::string> targetModules{"all"};  ///< "all" (every linear layer but the head), or names: "q_proj", "mlp.down_proj"
    std::string baseModel;                          ///< base_model_name_or_path of adapter_config.json
    std::uint64_t seed = 42;                        ///< of the fresh A matrices

    double scale() const;
};

}  // namespace anneal::nn
