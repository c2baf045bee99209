#include "nn/adapters/trainable.h"

#include <algorithm>

#include "base/text.h"

namespace anneal::nn {
namespace {

/// "model.layers.7.mlp.up_proj.weight" -> 7; -1 outside the blocks.
std::int64_t layerOf(const std::string& name) {
    constexpr std::string_view prefix = "model.layers.";
    return name.starts_with(prefix) ? std::stoll(name.substr(prefix.size())) : -1;
}

bool names(const std::string& parameter, const std::vector<std::string>& modules) {
    return std::ranges::any_of(modules, [&](const auto& module) { return ("." + parameter).find("." + module) != std::string::npos; });
}

}  // namespace

void trainEverything(CausalLm& model) {
    model.parameters().setTrainable([](const Parameter& parameter) { return !parameter.adapter; });
}

Status trainPart(CausalLm& model, const FreezeConfig& config) {
    const auto layers = model.config().layers;
    if (config.layers == 0 || std::abs(config.layers) > layers)
        return fail(
            "freeze_layers_invalid",
            "freeze_trainable_layers is " + std::to_string(config.layers) + " and the model has " + std::to_string(layers) + " layers",
            "choose how many of the last layers are trained, or a negative number for the first");
    const bool all = std::ranges::find(config.modules, "all") != config.modules.end();
    const auto chosen = [&](const Parameter& parameter) {
        const auto layer = layerOf(parameter.name);
        if (parameter.adapter) return false;
        if (layer < 0) return names(parameter.name, config.extraModules);
        const bool inside = config.layers > 0 ? layer >= layers - config.layers : layer < -config.layers;
        return inside && (all || names(parameter.name, config.modules));
    };
    const auto base = model.parameters().base();
    for (const auto* modules : {&config.modules, &config.extraModules})
        for (const auto& module : *modules)
            if (module != "all" && std::ranges::none_of(base, [&](const auto& parameter) { return names(parameter.name, {module}); }))
                return fail("target_modules_unknown", "no part of the model is called " + module,
                            "examples: mlp, self_attn, embed_tokens, norm, lm_head");
    model.parameters().setTrainable(chosen);
    return {};
}

}  // namespace anneal::nn
