#include "nn/adapters/peft_folder.h"

#include <array>

#include "base/files.h"
#include "base/json.h"

namespace anneal::nn {
namespace {

auto unsupported(const std::filesystem::path& file, const std::string& what) {
    return fail("adapter_unsupported", file.string() + ": " + what + " is not supported", "merge it with PEFT, and use the merged model");
}

/// Options that change what the adapter computes; each must be absent, null, false or empty.
constexpr std::array kRefused = {
    "use_dora",          "lora_bias",         "fan_in_fan_out", "rank_pattern", "alpha_pattern",           "modules_to_save",
    "layer_replication", "target_parameters", "use_qalora",     "use_bdlora",   "trainable_token_indices", "alora_invocation_tokens",
    "megatron_config",   "arrow_config",      "kasa_config"};

bool isSet(const Json& config, const char* key) {
    if (!config.contains(key)) return false;
    const auto& value = config[key];
    if (value.is_boolean()) return value.get<bool>();
    return !value.is_null() && !((value.is_object() || value.is_array()) && value.empty());
}

}  // namespace

Result<LoraConfig> readAdapterConfig(const std::filesystem::path& folder) {
    const auto file = folder / "adapter_config.json";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return fail("file_not_found", file.string() + " does not exist",
                    "an adapter is a folder with adapter_config.json and adapter_model.safetensors");
    ANNEAL_TRY(config, base::readJson(file));
    const auto broken = [&](const std::string& what) {
        return fail("adapter_invalid", file.string() + ": " + what, "save the adapter again with PEFT");
    };
    if (!config.is_object()) return broken("it is not an object");
    const auto kind = config.contains("peft_type") && config["peft_type"].is_string() ? config["peft_type"].get<std::string>() : "";
    if (kind != "LORA") return unsupported(file, "an adapter of kind \"" + kind + "\"");
    for (const auto* key : kRefused)
        if (isSet(config, key)) return unsupported(file, key);
    if (config.contains("bias") && config["bias"] != "none") return unsupported(file, "bias " + base::dumpJson(config["bias"]));
    for (const auto* key : {"r", "lora_alpha"})
        if (!config.contains(key) || !config[key].is_number() || config[key].get<double>() <= 0)
            return broken(std::string(key) + " should be a positive number");

    LoraConfig lora;
    lora.rank = config["r"].get<std::int64_t>();
    lora.alpha = config["lora_alpha"].get<double>();
    if (config.contains("lora_dropout") && config["lora_dropout"].is_number()) lora.dropout = config["lora_dropout"].get<double>();
    lora.rsLora = isSet(config, "use_rslora");
    if (config.contains("base_model_name_or_path") && config["base_model_name_or_path"].is_string())
        lora.baseModel = config["base_model_name_or_path"].get<std::string>();
    if (config.contains("target_modules") && config["target_modules"].is_array()) {
        lora.targetModules.clear();
        for (const auto& module : config["target_modules"])
            if (module.is_string()) lora.targetModules.push_back(module.get<std::string>());
    }
    return lora;
}

Status writeAdapterConfig(const LoraConfig& lora, const std::vector<std::string>& modules, const std::filesystem::path& folder) {
    const OrderedJson config{{"peft_type", "LORA"},
                             {"task_type", "CAUSAL_LM"},
                             {"base_model_name_or_path", lora.baseModel.empty() ? OrderedJson() : OrderedJson(lora.baseModel)},
                             {"r", lora.rank},
                             {"lora_alpha", lora.alpha},
                             {"lora_dropout", lora.dropout},
                             {"use_rslora", lora.rsLora},
                             {"use_dora", false},
                             {"bias", "none"},
                             {"fan_in_fan_out", false},
                             {"init_lora_weights", true},
                             {"inference_mode", true},
                             {"target_modules", modules},
                             {"modules_to_save", OrderedJson()},
                             {"rank_pattern", OrderedJson::object()},
                             {"alpha_pattern", OrderedJson::object()}};
    return base::writeFileAtomically(folder / "adapter_config.json", base::dumpJson(config, 2) + "\n");
}

}  // namespace anneal::nn
