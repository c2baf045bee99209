#include <iostream>

#include "audio/sound_pipeline.h"
#include "base/text.h"
#include "cli/verbs/data.h"
#include "data/clean/parameter_text.h"
#include "data/clean/recipe.h"
#include "vision/image_pipeline.h"

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

void printParameters(const std::vector<data::Parameter>& parameters) {
    for (const auto& parameter : parameters)
        std::cout << "    " << parameter.name << " (" << parameterText(parameter) << "): " << parameter.reason << '\n';
}

void print(const std::vector<const data::StepKind*>& kinds) {
    std::string family;
    for (const auto* kind : kinds) {
        if (kind->family != family) std::cout << (family.empty() ? "" : "\n") << kind->family << '\n';
        family = kind->family;
        std::cout << "  " << kind->name << ": " << kind->summary << '\n';
        printParameters(kind->parameters);
    }
}

/// Of a pipeline: what it can be told, then its transforms.
template <class Subject>
void print(const char* title, const std::vector<data::Parameter>& parameters, const std::vector<data::VariationKind<Subject>>& kinds) {
    std::cout << '\n' << title << '\n';
    printParameters(parameters);
    for (const auto& kind : kinds) {
        std::cout << "  " << kind.name << ": " << kind.summary << '\n';
        printParameters(kind.parameters);
    }
}

}  // namespace

Verb dataStepsVerb() {
    return {"steps", "List the cleaning and augmenting steps, the transforms of images and sounds, and what each can be told",
            [](CLI::App& app) -> Action {
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
                    OrderedJson document = {{"recipe_version", data::kRecipeVersion}, {"steps", steps}};
                    if (name->empty()) {
                        document["images"] = data::toJson(vision::transformKinds());
                        document["audio"] = data::toJson(audio::effectKinds());
                    }
                    return context.answer(document, [&] {
                        print(kinds);
                        if (!name->empty()) return;
                        print("images (--images)", vision::ImagePipeline::parameters(), vision::transformKinds());
                        print("sounds (--audio)", audio::SoundPipeline::parameters(), audio::effectKinds());
                    });
                };
            }};
}

}  // namespace anneal::cli
