#pragma once
// A cleaning recipe: ordered steps with their parameters, as YAML.
//
//   steps:
//     - trim
//     - normalise_unicode: {form: NFC}
//     - step: drop_empty
//       columns: [output]

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "data/clean/step.h"

namespace anneal::data {

struct Recipe {
    OrderedJson steps;  ///< [{"step": name, …every parameter}]
    std::string hash;   ///< over `steps`: the same cleaning has the same hash, however it was written down
};

/// Errors: "recipe_invalid", "step_unknown", "parameter_invalid".
Result<Recipe> recipeFromJson(const OrderedJson& document);
Result<Recipe> readRecipe(const std::filesystem::path& file);
/// Fresh steps, ready for one run.
Result<std::vector<std::unique_ptr<Step>>> makeSteps(const Recipe& recipe);

}  // namespace anneal::data
