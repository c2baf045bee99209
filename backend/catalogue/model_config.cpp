#include "catalogue/model_config.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace anneal::catalogue {
namespace {

struct FamilyTraits {
    Family family;
    std::string_view name;
    // What transformers assumes where config.json is silent.
    std::int64_t contextLength;
    std::int64_t defaultKvHeads;  ///< 0: as many as heads
    std::int64_t defaultHeadDim;  ///< 0: hidden / heads
    bool qkNorm;
};
constexpr std::array kFamilies = {
    FamilyTraits{Family::llama, "llama", 2048, 0, 0, false},
    FamilyTraits{Family::qwen2, "qwen2", 32768, 32, 0, false},
    FamilyTraits{Family::qwen3, "qwen3", 32768, 32, 128, true},
};

const FamilyTraits& traits(Family family) { return *std::ranges::find(kFamilies, family, &FamilyTraits::family); }

auto unsupported(std::string message, std::string hint) { return fail("model_unsupported", std::move(message), std::move(hint)); }

/// Far above every published model, and small enough that what is computed from them cannot overflow or fill the memory.
constexpr std::int64_t kMostLayers = 4096;
constexpr std::int64_t kMostHeads = 65536;  ///< and the widest
constexpr std::int64_t kLargestSize = std::int64_t(1) << 26;

/// Reads typed values and remembers the first thing that is wrong.
class Reader {
public:
    explicit Reader(const Json& json) : json_(json) {}

    bool has(const char* key) const { return json_.contains(key) && !json_[key].is_null(); }

    std::int64_t positive(const char* key, std::int64_t otherwise = 0, std::int64_t most = kLargestSize) {
        if (!has(key)) {
            if (otherwise == 0) complain(std::string("config.json has no ") + key);
            return otherwise;
        }
        const auto& value = json_[key];
        if (!value.is_number_integer() || value.get<std::int64_t>() <= 0) {
            complain(std::string(key) + " should be a positive whole number, not " + base::dumpJson(value));
            return otherwise;
        }
        if (value > most) {
            complain(std::string(key) + " is " + base::dumpJson(value) + ": no more than " + std::to_string(most) + " is possible");
            return otherwise;
        }
        return value.get<std::int64_t>();
    }
    double number(const char* key, double otherwise) {
        if (!has(key)) return otherwise;
        if (!json_[key].is_number()) {
            complain(std::string(key) + " should be a number, not " + base::dumpJson(json_[key]));
            return otherwise;
        }
        return json_[key].get<double>();
    }
    bool flag(const char* key, bool otherwise) {
        if (!has(key)) return otherwise;
        if (!json_[key].is_boolean()) {
            complain(std::string(key) + " should be true or false, not " + base::dumpJson(json_[key]));
            return otherwise;
        }
        return json_[key].get<bool>();
    }
    std::string text(const char* key, std::string otherwise = {}) {
        if (!has(key)) return otherwise;
        if (!json_[key].is_string()) {
            complain(std::string(key) + " should be text, not " + base::dumpJson(json_[key]));
            return otherwise;
        }
        return json_[key].get<std::string>();
    }
    std::vector<std::int32_t> ids(const char* key) {
        std::vector<std::int32_t> found;
        if (!has(key)) return found;
        const auto& value = json_[key];
        for (const auto& id : value.is_array() ? value : Json::array({value})) {
            if (id.is_number_integer() && id >= 0 && id <= kLargestSize)
                found.push_back(id.get<std::int32_t>());
            else
                complain(std::string(key) + " should be a token id or a list of them, not " + base::dumpJson(value));
        }
        return found;
    }
    void complain(std::string message) {
        if (problem_.empty()) problem_ = std::move(message);
    }
    Status status() const {
        if (problem_.empty()) return {};
        return fail("config_invalid", problem_, "compare config.json with the one that was published with the model");
    }

private:
    const Json& json_;
    std::string problem_;
};

/// `rope_scaling` as transformers 4 wrote it, or `rope_parameters` as transformers 5 does (with the theta inside).
Status readRope(const Json& config, ModelConfig& model) {
    const char* key = config.contains("rope_parameters") && config["rope_parameters"].is_object() ? "rope_parameters" : "rope_scaling";
    if (!config.contains(key) || config[key].is_null()) return {};
    const auto& rope = config[key];
    if (!rope.is_object())
        return fail("config_invalid", std::string(key) + " should be an object", "compare config.json with the published one");
    Reader read(rope);
    model.ropeTheta = read.number("rope_theta", model.ropeTheta);
    const auto type = read.text("rope_type", read.text("type", "default"));
    auto& scaling = model.ropeScaling;
    if (type == "linear") {
        scaling.type = RopeScaling::Type::linear;
    } else if (type == "llama3") {
        scaling.type = RopeScaling::Type::llama3;
        scaling.lowFreqFactor = read.number("low_freq_factor", 1);
        scaling.highFreqFactor = read.number("high_freq_factor", 4);
        scaling.originalContext = read.positive("original_max_position_embeddings", model.contextLength);
        if (scaling.highFreqFactor <= scaling.lowFreqFactor) read.complain("high_freq_factor must be greater than low_freq_factor");
    } else if (type != "default" && type != "none") {
        return unsupported("rope scaling \"" + type + "\" is not supported", "supported are default, linear and llama3");
    }
    if (scaling.type != RopeScaling::Type::none) {
        if (!read.has("factor")) read.complain(std::string(key) + " has no factor");
        scaling.factor = read.number("factor", 1);
        if (scaling.factor < 1) read.complain("the factor of " + std::string(key) + " should be 1 or more");
    }
    if (read.number("partial_rotary_factor", 1) != 1)
        return unsupported("partial rotary positions are not supported", "choose a model whose partial_rotary_factor is 1");
    return read.status();
}

void readWindow(const Json& config, Reader& read, ModelConfig& model) {
    std::vector<bool> windowed;
    if (config.contains("layer_types") && config["layer_types"].is_array()) {
        for (const auto& type : config["layer_types"]) windowed.push_back(type == "sliding_attention");
        if (std::int64_t(windowed.size()) != model.layers) return read.complain("layer_types does not have one entry a layer");
    } else {
        const auto full = std::int64_t(read.number("max_window_layers", 28));
        for (std::int64_t layer = 0; layer < model.layers; ++layer) windowed.push_back(layer >= full);
    }
    // Qwen keeps a sliding_window in configs that do not use it.
    if (model.family == Family::llama || !read.flag("use_sliding_window", false) || !read.has("sliding_window")) return;
    if (std::ranges::find(windowed, true) == windowed.end()) return;
    model.slidingWindow = read.positive("sliding_window");
    model.windowedLayers = std::move(windowed);
}

}  // namespace

std::string_view familyName(Family family) { return traits(family).name; }

std::vector<std::string> supportedFamilies() {
    std::vector<std::string> names;
    for (const auto& family : kFamilies) names.emplace_back(family.name);
    return names;
}

std::int64_t ParameterShape::count() const {
    std::int64_t product = 1;
    for (const auto size : shape) product *= size;
    return product;
}

Result<ModelConfig> ModelConfig::read(const std::filesystem::path& folderOrFile) {
    std::error_code ignored;
    const auto file = std::filesystem::is_directory(folderOrFile, ignored) ? folderOrFile / "config.json" : folderOrFile;
    if (!std::filesystem::exists(file, ignored))
        return fail("config_missing", file.string() + " does not exist",
                    "a model is a folder in Hugging Face's layout: config.json, tokenizer.json, model.safetensors");
    ANNEAL_TRY(json, base::readJson(file));
    auto config = parse(json);
    if (!config) return failAt(file.string(), config.error());
    return config;
}

Result<ModelConfig> ModelConfig::parse(const Json& config) {
    if (!config.is_object()) return fail("config_invalid", "config.json is not an object", "compare it with the published one");
    Reader read(config);
    const auto name = read.text("model_type");
    const auto known = std::ranges::find(kFamilies, name, &FamilyTraits::name);
    if (known == kFamilies.end())
        return unsupported("model family \"" + (name.empty() ? "(none)" : name) + "\" is not supported",
                           "supported families: " + base::join(supportedFamilies(), ", "));
    if (read.has("quantization_config"))
        return unsupported("its weights are quantised (quantization_config)", "use the model as published in BF16, F16 or F32");
    if (const auto act = read.text("hidden_act", "silu"); act != "silu" && act != "swish")
        return unsupported("activation \"" + act + "\" is not supported", "supported is silu");

    ModelConfig model;
    model.family = known->family;
    model.vocabSize = read.positive("vocab_size");
    model.hiddenSize = read.positive("hidden_size");
    model.intermediateSize = read.positive("intermediate_size");
    model.layers = read.positive("num_hidden_layers", 0, kMostLayers);
    model.heads = read.positive("num_attention_heads", 0, kMostHeads);
    ANNEAL_CHECK(read.status());
    model.kvHeads = read.positive("num_key_value_heads", known->defaultKvHeads ? known->defaultKvHeads : model.heads, kMostHeads);
    if (!read.has("head_dim") && !known->defaultHeadDim && model.hiddenSize % model.heads != 0)
        read.complain("hidden_size is not divisible by num_attention_heads, and there is no head_dim");
    model.headDim = read.positive(
        "head_dim", known->defaultHeadDim ? known->defaultHeadDim : std::max<std::int64_t>(1, model.hiddenSize / model.heads), kMostHeads);
    if (model.heads % model.kvHeads != 0) read.complain("num_attention_heads is not divisible by num_key_value_heads");
    if (model.headDim % 2 != 0) read.complain("head_dim is odd: rotary positions need pairs");
    model.contextLength = read.positive("max_position_embeddings", known->contextLength);
    model.rmsEps = read.number("rms_norm_eps", 1e-6);
    model.ropeTheta = read.number("rope_theta", 10000);
    model.initializerRange = read.number("initializer_range", 0.02);
    model.tiedEmbeddings = read.flag("tie_word_embeddings", false);
    const bool bias = read.flag("attention_bias", false);
    model.attentionBias = model.family == Family::qwen2 || bias;
    model.outputBias = model.family != Family::qwen2 && bias;
    model.mlpBias = model.family == Family::llama && read.flag("mlp_bias", false);
    model.qkNorm = known->qkNorm;
    model.dtype = read.text("dtype", read.text("torch_dtype", "float32"));
    if (model.dtype != "float32" && model.dtype != "bfloat16" && model.dtype != "float16")
        return unsupported("weights of type \"" + model.dtype + "\" are not supported", "supported are float32, bfloat16 and float16");
    if (const auto bos = read.ids("bos_token_id"); !bos.empty()) model.bosId = bos.front();
    model.eosIds = read.ids("eos_token_id");
    readWindow(config, read, model);
    if (!(model.rmsEps > 0)) read.complain("rms_norm_eps should be above 0");
    if (!(model.ropeTheta > 0)) read.complain("rope_theta should be above 0");
    for (const auto id : model.eosIds)
        if (id >= model.vocabSize)
            read.complain("eos_token_id " + std::to_string(id) + " is beyond the vocabulary: generation would not stop");
    ANNEAL_CHECK(read.status());
    ANNEAL_CHECK(readRope(config, model));
    return model;
}

OrderedJson ModelConfig::toJson() const {
    static constexpr std::array kArchitectures = {"LlamaForCausalLM", "Qwen2ForCausalLM", "Qwen3ForCausalLM"};
    OrderedJson json;
    json["architectures"] = {kArchitectures[std::size_t(family)]};
    json["model_type"] = familyName(family);
    json["vocab_size"] = vocabSize;
    json["hidden_size"] = hiddenSize;
    json["intermediate_size"] = intermediateSize;
    json["num_hidden_layers"] = layers;
    json["num_attention_heads"] = heads;
    json["num_key_value_heads"] = kvHeads;
    json["head_dim"] = headDim;
    json["hidden_act"] = "silu";
    json["max_position_embeddings"] = contextLength;
    json["rms_norm_eps"] = rmsEps;
    json["rope_theta"] = ropeTheta;
    json["rope_scaling"] = nullptr;
    if (ropeScaling.type == RopeScaling::Type::linear) json["rope_scaling"] = {{"rope_type", "linear"}, {"factor", ropeScaling.factor}};
    if (ropeScaling.type == RopeScaling::Type::llama3)
        json["rope_scaling"] = {{"rope_type", "llama3"},
                                {"factor", ropeScaling.factor},
                                {"low_freq_factor", ropeScaling.lowFreqFactor},
                                {"high_freq_factor", ropeScaling.highFreqFactor},
                                {"original_max_position_embeddings", ropeScaling.originalContext}};
    json["tie_word_embeddings"] = tiedEmbeddings;
    if (family != Family::qwen2) json["attention_bias"] = attentionBias;
    if (family == Family::llama) json["mlp_bias"] = mlpBias;
    if (family != Family::llama) {
        json["use_sliding_window"] = slidingWindow > 0;
        json["sliding_window"] = slidingWindow > 0 ? OrderedJson(slidingWindow) : OrderedJson();
        if (slidingWindow > 0) {
            for (const bool windowed : windowedLayers) json["layer_types"].push_back(windowed ? "sliding_attention" : "full_attention");
        }
    }
    json["bos_token_id"] = bosId ? OrderedJson(*bosId) : OrderedJson();
    json["eos_token_id"] = eosIds.empty() ? OrderedJson() : eosIds.size() == 1 ? OrderedJson(eosIds.front()) : OrderedJson(eosIds);
    json["initializer_range"] = initializerRange;
    json["torch_dtype"] = dtype;
    return json;
}

std::vector<ParameterShape> ModelConfig::parameters() const {
    std::vector<ParameterShape> all;
    const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in, bool bias) {
        all.push_back({name + ".weight", {out, in}});
        if (bias) all.push_back({name + ".bias", {out}});
    };
    all.push_back({"model.embed_tokens.weight", {vocabSize, hiddenSize}});
    for (std::int64_t layer = 0; layer < layers; ++layer) {
        const auto prefix = "model.layers." + std::to_string(layer) + ".";
        linear(prefix + "self_attn.q_proj", heads * headDim, hiddenSize, attentionBias);
        linear(prefix + "self_attn.k_proj", kvHeads * headDim, hiddenSize, attentionBias);
        linear(prefix + "self_attn.v_proj", kvHeads * headDim, hiddenSize, attentionBias);
        linear(prefix + "self_attn.o_proj", hiddenSize, heads * headDim, outputBias);
        if (qkNorm) {
            all.push_back({prefix + "self_attn.q_norm.weight", {headDim}});
            all.push_back({prefix + "self_attn.k_norm.weight", {headDim}});
        }
        linear(prefix + "mlp.gate_proj", intermediateSize, hiddenSize, mlpBias);
        linear(prefix + "mlp.up_proj", intermediateSize, hiddenSize, mlpBias);
        linear(prefix + "mlp.down_proj", hiddenSize, intermediateSize, mlpBias);
        all.push_back({prefix + "input_layernorm.weight", {hiddenSize}});
        all.push_back({prefix + "post_attention_layernorm.weight", {hiddenSize}});
    }
    all.push_back({"model.norm.weight", {hiddenSize}});
    if (!tiedEmbeddings) all.push_back({"lm_head.weight", {vocabSize, hiddenSize}});
    return all;
}

std::int64_t ModelConfig::parameterCount() const {
    std::int64_t total = 0;
    for (const auto& parameter : parameters()) total += parameter.count();
    return total;
}

std::int64_t ModelConfig::window(std::int64_t layer) const {
    return slidingWindow > 0 && windowedLayers[std::size_t(layer)] ? slidingWindow : 0;
}

}  // namespace anneal::catalogue
