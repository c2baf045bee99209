#include "data/clean/recipe.h"

#include "base/hash.h"
#include "base/text.h"
#include "base/yaml.h"

namespace anneal::data {
namespace {

constexpr const char* kHint = "a recipe is a list under `steps:`, e.g. `- trim` or `- drop_empty: {columns: [output]}`";

struct Entry {
    std::string name;
    OrderedJson parameters = OrderedJson::object();
};

Result<Entry> entryOf(const OrderedJson& value) {
    if (value.is_string()) return Entry{value.get<std::string>()};
    if (value.is_object() && value.contains("step") && value["step"].is_string()) {
        Entry entry{value["step"].get<std::string>(), value};
        entry.parameters.erase("step");
        return entry;
    }
    if (value.is_object() && value.size() == 1) {
        const auto& parameters = value.begin().value();
        if (parameters.is_null()) return Entry{value.begin().key()};
        if (parameters.is_object()) return Entry{value.begin().key(), parameters};
    }
    return fail("recipe_invalid", "neither a step's name nor a name with parameters", kHint);
}

Result<RecipeStep> readStep(const OrderedJson& value) {
    ANNEAL_TRY(entry, entryOf(value));
    RecipeStep step;
    ANNEAL_TRY(kind, findStepKind(entry.name));
    step.kind = kind;
    if (const auto enabled = entry.parameters.find("enabled"); enabled != entry.parameters.end()) {
        if (!enabled->is_boolean()) return fail("parameter_invalid", "enabled must be true or false", "correct the recipe");
        step.enabled = enabled->get<bool>();
        entry.parameters.erase("enabled");
    }
    ANNEAL_TRY(settings, Settings::read(kind->name, kind->parameters, entry.parameters));
    step.settings = std::move(settings);
    ANNEAL_CHECK(kind->make(step.settings));
    return step;
}

/// The list of steps in a document that may be just that list.
Result<const OrderedJson*> stepList(const OrderedJson& document) {
    if (document.is_array()) return &document;
    if (!document.is_object() || !document.contains("steps")) return fail("recipe_invalid", "the recipe has no steps", kHint);
    for (const auto& [key, value] : document.items()) {
        const std::vector<std::string> known = {"version", "steps"};
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        const auto near = base::nearest(key, known);
        return fail("recipe_invalid", "a recipe has no \"" + key + "\"", near ? "did you mean \"" + *near + "\"?" : kHint);
    }
    if (const auto version = document.find("version"); version != document.end()) {
        if (!version->is_number_integer() || *version < 1)
            return fail("recipe_invalid", "version must be a whole number of at least 1",
                        "write version: " + std::to_string(kRecipeVersion));
        if (*version > kRecipeVersion)
            return fail("recipe_newer",
                        "the recipe is of version " + version->dump() + ", and this program reads " + std::to_string(kRecipeVersion),
                        "use a newer Anneal Studio");
    }
    return &document["steps"];
}

OrderedJson stepJson(const RecipeStep& step) {
    OrderedJson document = {{"step", step.kind->name}};
    document.update(step.settings.values());
    if (!step.enabled) document["enabled"] = false;
    return document;
}

}  // namespace

std::string Recipe::hash() const {
    auto enabled = OrderedJson::array();
    for (const auto& step : steps)
        if (step.enabled) enabled.push_back(stepJson(step));
    return base::sha256(base::dumpJson(enabled));
}

OrderedJson Recipe::toJson() const {
    OrderedJson document = {{"version", kRecipeVersion}, {"steps", OrderedJson::array()}};
    for (const auto& step : steps) document["steps"].push_back(stepJson(step));
    return document;
}

Result<Recipe> recipeFromJson(const OrderedJson& document) {
    ANNEAL_TRY(list, stepList(document));
    if (!list->is_array() || list->empty()) return fail("recipe_invalid", "the recipe has no steps", kHint);
    Recipe recipe;
    for (const auto& value : *list) {
        auto step = readStep(value);
        if (!step) return failAt("step " + std::to_string(recipe.steps.size() + 1), step.error());
        recipe.steps.push_back(std::move(*step));
    }
    return recipe;
}

Result<Recipe> recipeFromYaml(std::string_view text) {
    ANNEAL_TRY(document, base::parseYaml(text));
    return recipeFromJson(document);
}

Result<Recipe> readRecipe(const std::filesystem::path& file) {
    ANNEAL_TRY(document, base::readYaml(file));
    auto recipe = recipeFromJson(document);
    if (!recipe) return failAt(file.string(), recipe.error());
    return recipe;
}

std::string dumpRecipe(const Recipe& recipe) { return base::dumpYaml(recipe.toJson()); }

}  // namespace anneal::data
