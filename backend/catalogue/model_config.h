#pragma once
// What a model is, read from the config.json of a Hugging Face folder: shapes and rope, no weights, no torch.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::catalogue {

enum class Family { llama, qwen2, qwen3 };
std::string_view familyName(Family family);  ///< config.json's model_type
std::vector<std::string> supportedFamilies();

/// Stretching of rotary positions; factors as transformers' modeling_rope_utils defines them.
struct RopeScaling {
    enum class Type { none, linear, llama3 };
    Type type = Type::none;
    double factor = 1;
    double lowFreqFactor = 1;          ///< llama3
    double highFreqFactor = 4;         ///< llama3
    std::int64_t originalContext = 0;  ///< llama3, tokens

    bool operator==(const RopeScaling&) const = default;
};

struct ParameterShape {
    std::string name;  ///< Hugging Face's name: "model.layers.0.self_attn.q_proj.weight"
    std::vector<std::int64_t> shape;

    std::int64_t count() const;
    bool operator==(const ParameterShape&) const = default;
};

struct ModelConfig {
    Family family = Family::llama;
    std::int64_t vocabSize = 0;  ///< rows of the embedding
    std::int64_t hiddenSize = 0;
    std::int64_t intermediateSize = 0;
    std::int64_t layers = 0;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    double ropeTheta = 10000;
    RopeScaling ropeScaling;
    double rmsEps = 1e-6;
    bool tiedEmbeddings = false;       ///< lm_head is the embedding
    bool attentionBias = false;        ///< on q, k and v
    bool outputBias = false;           ///< on o
    bool mlpBias = false;              ///< on gate, up and down
    bool qkNorm = false;               ///< RMS norm of each head's q and k, [headDim]
    std::int64_t slidingWindow = 0;    ///< tokens a windowed layer sees, itself included; 0: no layer is windowed
    std::vector<bool> windowedLayers;  ///< by layer; empty when slidingWindow is 0
    std::int64_t contextLength = 0;    ///< max_position_embeddings
    std::string dtype = "float32";     ///< of the weights as published: float32, bfloat16 or float16
    std::optional<std::int32_t> bosId;
    std::vector<std::int32_t> eosIds;  ///< any of these ends a text; may be empty
    double initializerRange = 0.02;    ///< standard deviation of random weights

    /// Reads `folder`/config.json, or the file itself. Errors: "config_missing", "config_invalid", and
    /// "model_unsupported" for a family, a rope type or a variant that is not among the supported ones.
    static Result<ModelConfig> read(const std::filesystem::path& folderOrFile);
    static Result<ModelConfig> parse(const Json& config);
    /// config.json as transformers reads it.
    OrderedJson toJson() const;

    /// Every tensor in the order of transformers' state_dict; no lm_head.weight when the embeddings are tied.
    std::vector<ParameterShape> parameters() const;
    std::int64_t parameterCount() const;
    /// Tokens that layer `layer` may look back on, itself included; 0: all.
    std::int64_t window(std::int64_t layer) const;

    bool operator==(const ModelConfig&) const = default;
};

}  // namespace anneal::catalogue
