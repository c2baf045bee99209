#include "nn/adapters/target_modules.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace anneal::nn {
namespace {

bool matches(const std::string& name, const std::string& target) { return name == target || name.ends_with("." + target); }

std::string lastPart(const std::string& name) { return name.substr(name.rfind('.') + 1); }

}  // namespace

Result<std::vector<NamedLinear>> matchLinears(CausalLm& model, const std::vector<std::string>& targets) {
    const auto linears = model.linears();
    const auto isAll = [](const std::string& target) { return target == "all" || target == "all-linear"; };
    if (std::ranges::any_of(targets, isAll)) return linears;

    std::vector<NamedLinear> chosen;
    for (const auto& linear : linears)
        if (std::ranges::any_of(targets, [&](const auto& target) { return matches(linear.name, target); })) chosen.push_back(linear);

    std::vector<std::string> unknown;
    for (const auto& target : targets)
        if (std::ranges::none_of(linears, [&](const auto& linear) { return matches(linear.name, target); })) unknown.push_back(target);
    if (unknown.empty() && !chosen.empty()) return chosen;
    std::set<std::string> known;
    for (const auto& linear : linears) known.insert(lastPart(linear.name));
    const std::vector<std::string> names(known.begin(), known.end());
    return fail("target_modules_unknown", "no linear layer is called " + base::join(unknown, " or "),
                "the model's linear layers are " + base::join(names, ", ") + ", or all");
}

}  // namespace anneal::nn
