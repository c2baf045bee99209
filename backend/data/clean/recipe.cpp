#include "data/clean/recipe.h"

#include "base/hash.h"
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
    return fail("recipe_invalid", "a step of the recipe is neither a name nor a name with parameters", kHint);
}

}  // namespace

Result<Recipe> recipeFromJson(const OrderedJson& document) {
    const auto& list = document.is_object() && document.contains("steps") ? document["steps"] : document;
    if (!list.is_array() || list.empty()) return fail("recipe_invalid", "the recipe has no steps", kHint);
    Recipe recipe;
    recipe.steps = OrderedJson::array();
    for (const auto& value : list) {
        ANNEAL_TRY(entry, entryOf(value));
        ANNEAL_TRY(step, makeStep(entry.name, entry.parameters));
        OrderedJson full = {{"step", entry.name}};
        full.update(step->parameters());
        recipe.steps.push_back(std::move(full));
    }
    recipe.hash = base::sha256(base::dumpJson(recipe.steps));
    return recipe;
}

Result<Recipe> readRecipe(const std::filesystem::path& file) {
    ANNEAL_TRY(document, base::readYaml(file));
    auto recipe = recipeFromJson(document);
    if (!recipe) return failAt(file.string(), recipe.error());
    return recipe;
}

Result<std::vector<std::unique_ptr<Step>>> makeSteps(const Recipe& recipe) {
    std::vector<std::unique_ptr<Step>> steps;
    for (const auto& full : recipe.steps) {
        ANNEAL_TRY(entry, entryOf(full));
        ANNEAL_TRY(step, makeStep(entry.name, entry.parameters));
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace anneal::data
