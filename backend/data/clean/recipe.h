#pragma once
// A cleaning recipe: ordered steps with their parameters, as YAML.
//
//   version: 1
//   steps:
//     - trim
//     - normalise_unicode: {form: NFC}
//     - step: drop_empty
//       columns: [output]
//       enabled: false

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "data/clean/step.h"

namespace anneal::data {

inline constexpr int kRecipeVersion = 1;

struct RecipeStep {
    const StepKind* kind = nullptr;
    Settings settings;
    bool enabled = true;
};

struct Recipe {
    std::vector<RecipeStep> steps;

    /// Over the enabled steps with every parameter: the same cleaning has the same hash, however it was written down.
    std::string hash() const;
    /// {"version","steps":[{"step",every parameter,"enabled"?}]}, which recipeFromJson reads back.
    OrderedJson toJson() const;
};

/// Errors: "recipe_invalid", "recipe_newer", "step_unknown", "parameter_invalid". A step's error names its place.
Result<Recipe> recipeFromJson(const OrderedJson& document);
Result<Recipe> recipeFromYaml(std::string_view text);
Result<Recipe> readRecipe(const std::filesystem::path& file);
/// With every parameter written out, for people to read and change.
std::string dumpRecipe(const Recipe& recipe);

}  // namespace anneal::data
