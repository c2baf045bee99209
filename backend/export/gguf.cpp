#include "export/gguf.h"

#include <cmath>
#include <cstring>
#include <numbers>

#include "export/gguf_names.h"
#include "export/gguf_vocabulary.h"
#include "export/weight_folder.h"
#include "text/chat_template.h"

namespace anneal::exporting {
namespace {

using catalogue::Family;
using catalogue::ModelConfig;
using catalogue::RopeScaling;

constexpr std::string_view kRopeFactors = "rope_freqs.weight";

int fileTypeNumber(FloatType type) { return type == FloatType::f32 ? 0 : type == FloatType::f16 ? 1 : 32; }

Status checkSupported(const ModelConfig& config) {
    const auto refuse = [](const std::string& what) {
        return fail("model_unsupported", "llama.cpp does not compute " + what, "export a Hugging Face folder instead");
    };
    if (config.slidingWindow > 0 && config.slidingWindow < config.contextLength) return refuse("this family with a sliding window");
    if (config.family != Family::llama && config.ropeScaling.type == RopeScaling::Type::llama3)
        return refuse("Llama 3's rope scaling in Qwen models");
    if (config.family != Family::llama && (config.outputBias || config.mlpBias)) return refuse("output or MLP biases in Qwen models");
    if (config.family == Family::llama && config.headDim * config.heads != config.hiddenSize && config.headDim % 2 != 0)
        return refuse("odd head sizes");
    return {};
}

void writeModelKeys(GgufWriter& writer, const ModelConfig& config, const GgufOptions& options) {
    const std::string architecture(catalogue::familyName(config.family));
    const auto key = [&](const char* name) { return architecture + '.' + name; };
    writer.setText("general.architecture", architecture);
    writer.setText("general.type", "model");
    writer.setText("general.name", options.name);
    writer.setUint("general.file_type", std::uint32_t(fileTypeNumber(options.type)));
    writer.setUint(key("block_count"), std::uint32_t(config.layers));
    writer.setUint(key("context_length"), std::uint32_t(config.contextLength));
    writer.setUint(key("embedding_length"), std::uint32_t(config.hiddenSize));
    writer.setUint(key("feed_forward_length"), std::uint32_t(config.intermediateSize));
    writer.setUint(key("attention.head_count"), std::uint32_t(config.heads));
    writer.setUint(key("attention.head_count_kv"), std::uint32_t(config.kvHeads));
    writer.setUint(key("attention.key_length"), std::uint32_t(config.headDim));
    writer.setUint(key("attention.value_length"), std::uint32_t(config.headDim));
    writer.setFloat(key("attention.layer_norm_rms_epsilon"), float(config.rmsEps));
    writer.setFloat(key("rope.freq_base"), float(config.ropeTheta));
    writer.setUint(key("rope.dimension_count"), std::uint32_t(config.headDim));
    writer.setUint(key("vocab_size"), std::uint32_t(config.vocabSize));
    if (config.ropeScaling.type == RopeScaling::Type::linear) {
        writer.setText(key("rope.scaling.type"), "linear");
        writer.setFloat(key("rope.scaling.factor"), float(config.ropeScaling.factor));
    }
}

/// Rows of q and k in llama.cpp's order.
void interleaveRows(std::span<const std::byte> from, std::span<std::byte> to, std::int64_t rows, std::int64_t headDim) {
    const auto rowBytes = from.size() / std::size_t(rows);
    for (std::int64_t row = 0; row < rows; ++row)
        std::memcpy(to.data() + std::size_t(row) * rowBytes, from.data() + std::size_t(sourceRow(row, headDim)) * rowBytes, rowBytes);
}

/// One tensor of the file: where it comes from and what it becomes.
struct Planned {
    std::string source;
    FloatType type;
    std::int64_t heads;  ///< interleaved; 0: as it is
};

class Conversion {
public:
    Conversion(const ModelConfig& config, const WeightFolder& weights, const GgufOptions& options)
        : config_(config), weights_(weights), options_(options) {}

    Status plan(GgufWriter& writer) {
        for (const auto& parameter : config_.parameters()) {
            const auto name = ggufName(parameter.name);
            if (!name) return fail("model_unsupported", parameter.name + " has no place in a GGUF file");
            ANNEAL_TRY(tensor, weights_.find(parameter.name));
            if (tensor.shape != parameter.shape)
                return fail("shape_mismatch", parameter.name + " does not have the shape that config.json gives it",
                            "check the model folder");
            const auto type = parameter.shape.size() == 1 ? FloatType::f32 : options_.type;
            writer.addTensor(*name, parameter.shape, type);
            planned_.push_back({parameter.name, type, interleavedHeads(config_, parameter.name)});
        }
        if (config_.ropeScaling.type == RopeScaling::Type::llama3) {
            ropeFactors_ = llama3RopeFactors(config_);
            writer.addTensor(std::string(kRopeFactors), {std::int64_t(ropeFactors_.size())}, FloatType::f32);
        }
        return {};
    }

    Result<std::span<const std::byte>> data(std::size_t index) {
        if (options_.stop.stopRequested()) return fail("stopped", "the export was stopped");
        if (options_.progress) options_.progress({std::int64_t(index), std::int64_t(planned_.size()), "writing GGUF"});
        if (index == planned_.size()) return std::as_bytes(std::span(ropeFactors_));
        const auto& plan = planned_[index];
        ANNEAL_TRY(tensor, weights_.find(plan.source));
        const auto count = tensor.bytes.size() / bytesPerValue(tensor.type);
        converted_.resize(count * bytesPerValue(plan.type));
        if (auto status = convertFloats(tensor.bytes, tensor.type, converted_, plan.type); !status)
            return failAt(plan.source, status.error());
        if (plan.heads == 0) return std::span<const std::byte>(converted_);
        reordered_.resize(converted_.size());
        interleaveRows(converted_, reordered_, tensor.shape.front(), config_.headDim);
        return std::span<const std::byte>(reordered_);
    }

private:
    const ModelConfig& config_;
    const WeightFolder& weights_;
    const GgufOptions& options_;
    std::vector<Planned> planned_;
    std::vector<float> ropeFactors_;
    std::vector<std::byte> converted_, reordered_;
};

}  // namespace

std::vector<float> llama3RopeFactors(const ModelConfig& config) {
    const auto& scaling = config.ropeScaling;
    const double context = double(scaling.originalContext);
    const double longest = context / scaling.lowFreqFactor, shortest = context / scaling.highFreqFactor;
    std::vector<float> factors;
    for (std::int64_t i = 0; i < config.headDim; i += 2) {
        const double wavelength = 2 * std::numbers::pi * std::pow(config.ropeTheta, double(i) / double(config.headDim));
        if (wavelength < shortest) {
            factors.push_back(1);
        } else if (wavelength > longest) {
            factors.push_back(float(scaling.factor));
        } else {
            const double smooth = (context / wavelength - scaling.lowFreqFactor) / (scaling.highFreqFactor - scaling.lowFreqFactor);
            factors.push_back(float(1 / ((1 - smooth) / scaling.factor + smooth)));
        }
    }
    return factors;
}

Status convertToGguf(const std::filesystem::path& folder, const std::filesystem::path& file, const GgufOptions& given) {
    auto options = given;
    if (options.name.empty()) options.name = std::filesystem::absolute(folder).lexically_normal().filename().string();
    ANNEAL_TRY(config, ModelConfig::read(folder));
    ANNEAL_CHECK(checkSupported(config));
    ANNEAL_TRY(weights, WeightFolder::open(folder));
    ANNEAL_TRY(vocabulary, readGgufVocabulary(folder, std::int32_t(config.vocabSize)));
    if (const auto own = text::ChatTemplate::ofModel(folder))
        vocabulary.chatTemplate = own->portableSource();
    else if (own.error().code != "template_missing")
        return fail(own.error());

    GgufWriter writer;
    writeModelKeys(writer, config, options);
    vocabulary.writeTo(writer);
    Conversion conversion(config, weights, options);
    ANNEAL_CHECK(conversion.plan(writer));
    return writer.write(file, [&](std::size_t index) { return conversion.data(index); });
}

}  // namespace anneal::exporting
