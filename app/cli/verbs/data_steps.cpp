#include <iostream>

#include "base/text.h"
#include "cli/verbs/data.h"
#include "data/clean/parameter_text.h"
#include "data/clean/recipe.h"

namespace anneal::cli {
namespace {

/// "a whole number from 1 to 50; 5 unless given".
std::string parameterText(const data::Parameter& parameter) {
    const auto text = data::wanted(parameter);
    const auto& fallback = parameter.fallback;
    if (parameter.needed) return text + "; needed";
    if (fallback.is_null() || fallback.empty() || fallback == "") return text;
    const bool all = fallback.is_array() && fallback.size() == parameter.options.size();
    return text + "; " + (all ? "all" : base::dumpJson(fallback)) + " unless given";
}

void print(const std::vector<const data::StepKind*>& kinds) {
    std::string family;
    for (const auto* kind : kinds) {
        if (kind->family != family) std::cout << (family.empty() ? "" : "\n") << kind->family << '\n';
        family = kind->family;
        std::cout << "  " << kind->name << ": " << kind->summary << '\n';
        for (const auto& parameter : kind->parameters)
            std::cout << "    " << parameter.name << " (" << parameterText(parameter) << "): " << parameter.reason << '\n';
    }
}

}  // namespace

Verb dataStepsVerb() {
    return {"steps", "List the cleaning steps and what each can be told", [](CLI::App& app) -> Action {
                auto name = std::make_shared<std::string>();
                app.add_option("step", *name, "Just this one");
                return [name](Context& context) {
                    auto kinds = data::stepKinds();
                    if (!name->empty()) {
                        const auto found = data::findStepKind(*name);
                        if (!found) return context.failure(found.error());
                        kinds = {*found};
                    }
                    auto steps = OrderedJson::array();
                    for (const auto* kind : kinds) steps.push_back(data::toJson(*kind));
                    return context.answer({{"recipe_version", data::kRecipeVersion}, {"steps", steps}}, [&] { print(kinds); });
                };
            }};
}

}  // namespace anneal::cli
