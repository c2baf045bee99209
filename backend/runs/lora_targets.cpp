#include "runs/lora_targets.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace anneal::runs {

Status checkLoraTargets(const RunSpec& spec, const catalogue::ModelConfig& config) {
    if (spec.finetuningType != FinetuningType::lora) return {};
    std::vector<std::string> layers;
    std::set<std::string> lastNames;
    for (const auto& parameter : config.parameters()) {
        constexpr std::string_view kWeight = ".weight";
        if (parameter.shape.size() != 2 || !parameter.name.starts_with("model.layers.") || !parameter.name.ends_with(kWeight)) continue;
        layers.push_back(parameter.name.substr(0, parameter.name.size() - kWeight.size()));
        lastNames.insert(layers.back().substr(layers.back().rfind('.') + 1));
    }
    for (const auto& target : spec.loraTarget) {
        const auto isCalled = [&](const std::string& layer) { return layer == target || layer.ends_with("." + target); };
        if (target == "all" || std::ranges::any_of(layers, isCalled)) continue;
        return fail("target_modules_unknown", "lora_target: no linear layer is called " + target,
                    "the model's linear layers are " + base::join(std::vector(lastNames.begin(), lastNames.end()), ", ") + ", or all");
    }
    return {};
}

}  // namespace anneal::runs
