#include "base/text.h"
#include "base/yaml.h"
#include "cli/verbs/data.h"
#include "cli/verbs/recipe_runs.h"
#include "data/dataset_info.h"

namespace anneal::cli {
namespace {

struct Arguments {
    std::string data, recipe;
    std::vector<std::string> methods, settings;
    data::CleanOptions options;
    data::DryRunOptions dry;
    bool dryRun = false;
};

/// "eda" is the four methods of its paper.
std::vector<std::string> stepsOf(const std::string& method) {
    if (method == "eda") return {"replace_synonyms", "insert_synonyms", "swap_words", "delete_words"};
    if (method == "aeda") return {"insert_punctuation"};
    return {method};
}

/// The methods as steps that all have the same settings.
Result<data::Recipe> recipeOf(const Arguments& arguments) {
    OrderedJson settings = OrderedJson::object();
    for (const auto& given : arguments.settings) {
        const auto sign = given.find('=');
        if (sign == std::string::npos || sign == 0) return fail("option_invalid", "\"" + given + "\" sets nothing", "write --set copies=4");
        settings[given.substr(0, sign)] = base::parseYamlScalar(given.substr(sign + 1));
    }
    auto steps = OrderedJson::array();
    for (const auto& method : arguments.methods) {
        for (const auto& name : stepsOf(method)) {
            ANNEAL_TRY(kind, data::findStepKind(name));
            if (kind->family != "augment")
                return fail("step_unknown", name + " does not augment", "`anneal data steps` lists the methods under augment");
            OrderedJson step = {{"step", name}};
            step.update(settings);
            steps.push_back(std::move(step));
        }
    }
    return data::recipeFromJson({{"version", data::kRecipeVersion}, {"steps", steps}});
}

}  // namespace

Verb dataAugmentVerb() {
    return {"augment", "Add varied copies of rows; the result is a new version of the data set", [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("data", arguments->data, "Data set, id or file")->required();
                auto* how = app.add_option_group("how");
                how->add_option("--recipe", arguments->recipe, "Recipe (YAML) with steps of the family augment");
                auto* method = how->add_option("--method", arguments->methods,
                                               "eda, aeda, or a step that `anneal data steps` lists under augment; may be given again");
                method->type_size(1)->allow_extra_args(false);
                how->require_option(1);
                app.add_option("--set", arguments->settings, "key=value of the methods: copies, alpha, seed, columns, part_column")
                    ->needs(method)
                    ->type_size(1)
                    ->allow_extra_args(false);
                app.add_option("--out", arguments->options.out, "Folder of the result (default: a new one under the data home)");
                app.add_option("--threads", arguments->options.threads, "Threads (default: all cores)");
                app.add_flag("--replace", arguments->options.replace, "Replace the data set at --out");
                auto* dry = app.add_flag("--dry-run", arguments->dryRun, "Count and show what would be added; write nothing");
                app.add_option("--sample", arguments->dry.samples, "Varied texts shown a method")->needs(dry)->capture_default_str();
                return [arguments](Context& context) {
                    const auto recipe = arguments->recipe.empty() ? recipeOf(*arguments) : data::readRecipe(arguments->recipe);
                    if (!recipe) return context.failure(recipe.error());
                    const auto dataset = data::openData(arguments->data, {}, context.progress(), context.stop());
                    if (!dataset) return context.failure(dataset.error());
                    arguments->dry.threads = arguments->options.threads;
                    if (arguments->dryRun) return showDryRun(context, *dataset, *recipe, arguments->dry);
                    auto& out = arguments->options.out;
                    if (out.empty()) out = data::newDatasetFolder(dataset->path().filename().string() + "-augmented");
                    return clean(context, *dataset, *recipe, arguments->options);
                };
            }};
}

}  // namespace anneal::cli
