#include "nn/families/registry.h"

#include <map>

#include "nn/families/llama/model.h"
#include "nn/families/qwen2/model.h"
#include "nn/families/qwen3/model.h"

namespace anneal::nn {

Result<FamilyBuilder> familyBuilder(std::string_view name) {
    static const std::map<std::string_view, FamilyBuilder> builders{
        {"llama", &llama::makeModel}, {"qwen2", &qwen2::makeModel}, {"qwen3", &qwen3::makeModel}};
    const auto found = builders.find(name);
    if (found != builders.end()) return found->second;
    std::string known;
    for (const auto& [family, builder] : builders) known += (known.empty() ? "" : ", ") + std::string(family);
    return fail("unknown_family", "the model family \"" + std::string(name) + "\" is not supported", "supported are " + known);
}

}  // namespace anneal::nn
