#include "nn/families/registry.h"

#include <map>

#include "nn/families/dense/model.h"

namespace anneal::nn {

Result<FamilyBuilder> familyBuilder(std::string_view name) {
    static const std::map<std::string_view, FamilyBuilder> builders{
        {"llama", &dense::makeModel}, {"qwen2", &dense::makeModel}, {"qwen3", &dense::makeModel}};
    const auto found = builders.find(name);
    if (found != builders.end()) return found->second;
    std::string known;
    for (const auto& [family, builder] : builders) known += (known.empty() ? "" : ", ") + std::string(family);
    return fail("unknown_family", "the model family \"" + std::string(name) + "\" is not supported", "supported are " + known);
}

}  // namespace anneal::nn
