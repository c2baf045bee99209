#include "nn/adapters/lora.h"

#include <cmath>
#include <map>
#include <set>

#include <ATen/CPUGeneratorImpl.h>

#include "nn/adapters/peft_folder.h"
#include "nn/adapters/target_modules.h"
#include "nn/layers/linear.h"
#include "nn/weights/safetensors.h"

namespace anneal::nn {
namespace {

const std::string kPrefix = "base_model.model.";

Status refuseSecond(const CausalLm& model) {
    if (!model.adapter) return {};
    return fail("adapter_exists", "the model already has an adapter", "merge it or take it off first");
}

void put(CausalLm& model, const NamedLinear& linear, at::Tensor a, at::Tensor b, const LoraConfig& config) {
    linear.layer->lora = LoraBranch{a, b, config.scale(), config.dropout};
    model.parameters().add(kPrefix + linear.name + ".lora_A.weight", std::move(a), true);
    model.parameters().add(kPrefix + linear.name + ".lora_B.weight", std::move(b), true);
}

struct Placed {
    NamedLinear linear;
    at::Tensor a, b;
};

Result<SafetensorsReader> openAdapterWeights(const std::filesystem::path& folder) {
    const auto file = folder / "adapter_model.safetensors";
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return SafetensorsReader::open(file);
    if (std::filesystem::exists(folder / "adapter_model.bin", ignored)) return SafetensorsReader::open(folder / "adapter_model.bin");
    return fail("file_not_found", file.string() + " does not exist", "copy the adapter's weights into its folder");
}

/// Each pair of matrices with the layer it belongs to; everything in the file must find its place.
Result<std::vector<Placed>> placeAdapter(CausalLm& model, const LoraConfig& config, const SafetensorsReader& reader) {
    constexpr auto hint = "choose the base model that the adapter was trained on";
    std::vector<Placed> placed;
    std::set<std::string> used;
    for (const auto& linear : model.linears()) {
        const auto nameA = kPrefix + linear.name + ".lora_A.weight";
        const auto nameB = kPrefix + linear.name + ".lora_B.weight";
        if (!reader.contains(nameA) && !reader.contains(nameB)) continue;
        ANNEAL_TRY(a, reader.tensor(nameA));
        ANNEAL_TRY(b, reader.tensor(nameB));
        const auto& weight = linear.layer->weight;
        if (a.sizes() != at::IntArrayRef({config.rank, weight.size(1)}) || b.sizes() != at::IntArrayRef({weight.size(0), config.rank}))
            return fail("adapter_mismatch", "the adapter's matrices of " + linear.name + " do not fit the model", hint);
        placed.push_back({linear, a, b});
        used.insert({nameA, nameB});
    }
    for (const auto& [name, entry] : reader.entries())
        if (!used.contains(name)) return fail("adapter_mismatch", "the adapter holds " + name + ", for which the model has no place", hint);
    if (placed.empty()) return fail("adapter_mismatch", "the adapter holds no tensors", "save it again with PEFT");
    return placed;
}

/// What PEFT's target_modules must say to find the same layers: last names, or whole names where only some layers are adapted.
std::vector<std::string> adaptedModules(const CausalLm& model) {
    std::map<std::string, std::set<std::string>> adapted;
    for (const auto& parameter : model.parameters().adapters()) {
        const auto name = parameter.name.substr(kPrefix.size(), parameter.name.rfind(".lora_") - kPrefix.size());
        adapted[name.substr(name.rfind('.') + 1)].insert(name);
    }
    std::vector<std::string> modules;
    for (const auto& [last, names] : adapted) {
        if (static_cast<std::int64_t>(names.size()) == model.config().layers)
            modules.push_back(last);
        else
            modules.insert(modules.end(), names.begin(), names.end());
    }
    return modules;
}

}  // namespace

double LoraConfig::scale() const {
    const auto r = static_cast<double>(rank);
    return alpha / (rsLora ? std::sqrt(r) : r);
}

Status attachLora(CausalLm& model, const LoraConfig& config) {
    ANNEAL_CHECK(refuseSecond(model));
    if (config.rank <= 0) return fail("lora_rank_invalid", "lora_rank is " + std::to_string(config.rank), "8 or 16 suits most tasks");
    if (config.dropout < 0 || config.dropout >= 1)
        return fail("lora_dropout_invalid", "lora_dropout is " + std::to_string(config.dropout), "choose a number from 0 to below 1");
    ANNEAL_TRY(chosen, matchLinears(model, config.targetModules));
    const auto generator = at::detail::createCPUGenerator(config.seed);
    const auto options = at::TensorOptions(at::kFloat).device(model.device());
    for (const auto& linear : chosen) {
        const auto in = linear.layer->weight.size(1);
        const auto out = linear.layer->weight.size(0);
        const double bound = 1 / std::sqrt(static_cast<double>(in));  // kaiming_uniform_(a = sqrt 5)
        const auto a = at::empty({config.rank, in}, at::kFloat).uniform_(-bound, bound, generator).to(model.device());
        put(model, linear, a, at::zeros({out, config.rank}, options), config);
    }
    model.adapter = config;
    model.parameters().setTrainable([](const Parameter& parameter) { return parameter.adapter; });
    return {};
}

Status loadAdapter(CausalLm& model, const std::filesystem::path& folder, bool trainable) {
    ANNEAL_CHECK(refuseSecond(model));
    ANNEAL_TRY(config, readAdapterConfig(folder));
    ANNEAL_TRY(reader, openAdapterWeights(folder));
    ANNEAL_TRY(placed, placeAdapter(model, config, reader));
    const auto copied = [&](const at::Tensor& tensor) { return tensor.to(at::kFloat).to(model.device(), false, true); };
    for (const auto& [linear, a, b] : placed) put(model, linear, copied(a), copied(b), config);
    model.adapter = config;
    model.parameters().setTrainable([&](const Parameter& parameter) { return trainable && parameter.adapter; });
    return {};
}

Status saveAdapter(const CausalLm& model, const std::filesystem::path& folder) {
    if (!model.adapter) return fail("adapter_missing", "the model has no adapter to save", "train with finetuning_type: lora first");
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    std::vector<NamedTensor> tensors;
    for (const auto& parameter : model.parameters().adapters()) tensors.push_back({parameter.name, parameter.tensor});
    ANNEAL_CHECK(writeSafetensors(folder / "adapter_model.safetensors", tensors, {{"format", "pt"}}));
    return writeAdapterConfig(*model.adapter, adaptedModules(model), folder);
}

void mergeAdapters(CausalLm& model) {
    const at::NoGradGuard noGrad;
    for (const auto& linear : model.linears()) {
        const auto& lora = linear.layer->lora;
        if (!lora) continue;
        auto& weight = linear.layer->weight;
        const auto merged = weight.to(at::kFloat) + at::mm(lora->b, lora->a) * lora->scale;
        weight.copy_(merged.to(weight.scalar_type()));
    }
    removeAdapters(model);
}

void removeAdapters(CausalLm& model) {
    for (const auto& linear : model.linears()) linear.layer->lora.reset();
    model.parameters().removeAdapters();
    model.adapter.reset();
}

}  // namespace anneal::nn
