#include "catalogue/export_size.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace anneal::catalogue {
namespace {

constexpr std::int64_t kSuperBlock = 256, kBlock = 32;
constexpr std::uint64_t kVocabularyBytes = 44;  // a token: its text and that of its merge with their lengths, its score and kind
constexpr std::uint64_t kHeaderBytes = 8192;    // keys, the chat template, a line for each of a few hundred tensors

/// Tensor types by the bits that a weight takes, scales included.
const std::map<std::string_view, double> kBits{{"F32", 32},     {"F16", 16},      {"BF16", 16},   {"Q8_0", 8.5}, {"Q6_K", 6.5625},
                                               {"Q5_1", 6},     {"Q5_0", 5.5},    {"Q5_K", 5.5},  {"Q4_K", 4.5}, {"Q4_0", 4.5},
                                               {"IQ4_NL", 4.5}, {"Q3_K", 3.4375}, {"Q2_K", 2.625}};

bool inSuperBlocks(std::string_view type) { return type.size() > 2 && type.substr(type.size() - 2) == "_K"; }

/// What takes the place of a type whose blocks do not divide the row.
std::string_view fallback(std::string_view type) {
    if (type == "Q6_K") return "Q8_0";
    if (type == "Q5_K") return "Q5_1";
    if (type == "Q4_K") return "Q5_0";
    return "IQ4_NL";
}

/// The type that most tensors of a file type have; empty: not known.
std::string_view bulkType(std::string_view fileType) {
    static const std::map<std::string_view, std::string_view> types{
        {"F32", "F32"},     {"F16", "F16"},     {"BF16", "BF16"},   {"Q8_0", "Q8_0"},   {"Q6_K", "Q6_K"},   {"Q5_K_M", "Q5_K"},
        {"Q5_K_S", "Q5_K"}, {"Q4_K_M", "Q4_K"}, {"Q4_K_S", "Q4_K"}, {"Q3_K_M", "Q3_K"}, {"Q3_K_L", "Q3_K"}, {"Q2_K", "Q2_K"}};
    const auto found = types.find(fileType);
    return found == types.end() ? std::string_view() : found->second;
}

/// The first eighth of the layers, the last, and every third between are kept in more bits.
bool usesMoreBits(std::int64_t layer, std::int64_t layers) {
    return layer < layers / 8 || layer >= 7 * layers / 8 || (layer - layers / 8) % 3 == 2;
}

bool contains(std::string_view name, std::string_view part) { return name.find(part) != std::string_view::npos; }

std::int64_t layerOf(std::string_view name) {
    constexpr std::string_view kPrefix = "model.layers.";
    std::int64_t layer = 0;
    if (name.starts_with(kPrefix)) std::from_chars(name.data() + kPrefix.size(), name.data() + name.size(), layer);
    return layer;
}

std::string_view valueType(const ModelConfig& config, std::string_view fileType, std::string_view bulk, std::int64_t layer) {
    if (fileType == "Q2_K") return config.heads / std::max<std::int64_t>(1, config.kvHeads) >= 4 ? "Q4_K" : "Q3_K";
    if (fileType == "Q3_K_M") return layer < 2 ? "Q5_K" : "Q4_K";
    if (fileType == "Q3_K_L") return "Q5_K";
    if (fileType == "Q4_K_S" && layer < 4) return "Q5_K";
    if ((fileType == "Q4_K_M" || fileType == "Q5_K_M") && usesMoreBits(layer, config.layers)) return "Q6_K";
    return bulk;
}

std::string_view downType(const ModelConfig& config, std::string_view fileType, std::string_view bulk, std::int64_t layer) {
    if (fileType == "Q2_K") return "Q3_K";
    if (fileType == "Q3_K_M") return layer < config.layers / 16 ? "Q5_K" : "Q4_K";
    if (fileType == "Q3_K_L") return "Q5_K";
    if ((fileType == "Q4_K_S") && layer < config.layers / 8) return "Q5_K";
    if ((fileType == "Q4_K_M" || fileType == "Q5_K_M") && usesMoreBits(layer, config.layers)) return "Q6_K";
    return bulk;
}

std::string_view tensorType(const ModelConfig& config, std::string_view fileType, std::string_view bulk, std::string_view name) {
    if (!inSuperBlocks(bulk)) return bulk;
    const auto layer = layerOf(name);
    const bool isOutput = name == "lm_head.weight" || (config.tiedEmbeddings && name == "model.embed_tokens.weight");
    if (isOutput) return "Q6_K";
    if (contains(name, "v_proj")) return valueType(config, fileType, bulk, layer);
    if (contains(name, "down_proj")) return downType(config, fileType, bulk, layer);
    if (contains(name, "o_proj")) {
        if (fileType == "Q2_K") return "Q3_K";
        if (fileType == "Q3_K_M") return "Q4_K";
        if (fileType == "Q3_K_L") return "Q5_K";
    }
    return bulk;
}

}  // namespace

std::uint64_t folderBytes(const ModelConfig& config, std::string_view dtype) {
    return std::uint64_t(config.parameterCount()) * (dtype == "float32" ? 4 : 2);
}

bool fallsBack(const ModelConfig& config, std::string_view type) {
    return inSuperBlocks(bulkType(type)) && (config.hiddenSize % kSuperBlock != 0 || config.intermediateSize % kSuperBlock != 0);
}

std::uint64_t ggufBytes(const ModelConfig& config, std::string_view type) {
    const auto bulk = bulkType(type);
    if (bulk.empty()) return 0;
    double bits = 0;
    for (const auto& parameter : config.parameters()) {
        std::string_view used = "F32";  // norms and biases
        if (parameter.shape.size() > 1) {
            used = tensorType(config, type, bulk, parameter.name);
            if (inSuperBlocks(used) && parameter.shape.back() % kSuperBlock != 0) used = fallback(used);
            if (kBits.at(used) < 16 && parameter.shape.back() % kBlock != 0) used = "F16";
        }
        bits += double(parameter.count()) * kBits.at(used);
    }
    return std::uint64_t(bits / 8) + std::uint64_t(config.vocabSize) * kVocabularyBytes + kHeaderBytes;
}

}  // namespace anneal::catalogue
