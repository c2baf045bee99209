#include "data/clean/recipe.h"

#include <gtest/gtest.h>

using namespace anneal;

namespace {

Error errorOf(std::string_view yaml) {
    const auto recipe = data::recipeFromYaml(yaml);
    return recipe ? Error{} : recipe.error();
}

std::string hashOf(std::string_view yaml) { return data::recipeFromYaml(yaml)->hash(); }

}  // namespace

TEST(Recipe, is_the_same_however_it_is_written) {
    EXPECT_EQ(hashOf("steps: [trim, drop_length: {min: 3}]"),
              hashOf("version: 1\nsteps:\n  - step: trim\n  - step: drop_length\n    min: 3\n"));
    EXPECT_EQ(hashOf("[trim]"), hashOf("steps: [trim, {step: drop_empty, enabled: false}]"));
    EXPECT_NE(hashOf("steps: [trim]"), hashOf("steps: [drop_empty]"));
    EXPECT_NE(hashOf("steps: [drop_length: {min: 3}]"), hashOf("steps: [drop_length: {min: 4}]"));
}

TEST(Recipe, is_read_back_as_it_was_written_out) {
    const auto recipe = data::recipeFromYaml(
        "steps: [{step: drop_length, max: 10, enabled: false}, {normalise_unicode: {form: NFKC, columns: [yes, '1']}}]");
    ASSERT_TRUE(recipe.has_value());
    const auto again = data::recipeFromYaml(data::dumpRecipe(*recipe));
    ASSERT_TRUE(again.has_value()) << again.error().message;
    EXPECT_EQ(again->toJson(), recipe->toJson());
    EXPECT_FALSE(again->steps[0].enabled);
}

TEST(Recipe, mistakes_name_the_step_and_the_nearest_word) {
    EXPECT_EQ(errorOf("steps: [trim, trimm]").code, "step_unknown");
    EXPECT_NE(errorOf("steps: [trim, trimm]").message.find("step 2"), std::string::npos);
    EXPECT_NE(errorOf("steps: [trimm]").hint.find("\"trim\""), std::string::npos);
    EXPECT_EQ(errorOf("steps: [drop_length: {mn: 3}]").code, "parameter_invalid");
    EXPECT_NE(errorOf("steps: [drop_length: {mn: 3}]").hint.find("\"min\""), std::string::npos);
    EXPECT_NE(errorOf("steps: [normalise_unicode: {form: NFX}]").message.find("NFC, NFKC, NFD, NFKD"), std::string::npos);
    EXPECT_EQ(errorOf("steps: [drop_length: {min: -1}]").code, "parameter_invalid");
    EXPECT_EQ(errorOf("steps: [drop_length: {min: 5, max: 4}]").code, "parameter_invalid");
    EXPECT_EQ(errorOf("steps: [drop_near_duplicates: {threshold: 1.5}]").code, "parameter_invalid");
    EXPECT_NE(errorOf("steps: [limit_length]").message.find("max is missing"), std::string::npos);
    EXPECT_EQ(errorOf("steps: [{step: trim, enabled: maybe}]").code, "parameter_invalid");
}

TEST(Recipe, what_is_no_recipe_is_refused) {
    for (const auto* yaml :
         {"steps: []", "steps: {a: 1, b: 2}", "3", "", "steps: [[trim]]", "steps: [{trim: 3}]", "version: x\nsteps: [trim]"})
        EXPECT_EQ(errorOf(yaml).code, "recipe_invalid") << yaml;
    EXPECT_EQ(errorOf("version: 99\nsteps: [trim]").code, "recipe_newer");
    EXPECT_NE(errorOf("stepps: []\nsteps: [trim]").hint.find("steps"), std::string::npos);
    EXPECT_EQ(errorOf("steps: [trim").code, "yaml_invalid");
}

TEST(Recipe, every_step_describes_itself) {
    std::set<std::string> names;
    for (const auto* kind : data::stepKinds()) {
        EXPECT_TRUE(names.insert(kind->name).second) << kind->name;
        EXPECT_FALSE(kind->summary.empty()) << kind->name;
        for (const auto& parameter : kind->parameters) {
            EXPECT_FALSE(parameter.reason.empty()) << kind->name << "." << parameter.name;
            EXPECT_NE(parameter.name, "step");
            EXPECT_NE(parameter.name, "enabled");
        }
        // Defaults are themselves valid, where nothing is needed.
        const bool needs = std::any_of(kind->parameters.begin(), kind->parameters.end(), [](const auto& one) { return one.needed; });
        if (needs) continue;
        const auto settings = data::Settings::read(kind->name, kind->parameters, OrderedJson::object());
        ASSERT_TRUE(settings.has_value()) << kind->name;
        EXPECT_TRUE(data::Settings::read(kind->name, kind->parameters, settings->values()).has_value()) << kind->name;
    }
}
