// Any bytes as a recipe: read, or refused with a reason; what is read writes down as a recipe of the same hash.

#include <cstdlib>

#include "data/clean/recipe.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto recipe = anneal::data::recipeFromYaml({reinterpret_cast<const char*>(bytes), size});
    if (!recipe) {
        if (recipe.error().code.empty() || recipe.error().message.empty()) std::abort();
        return 0;
    }
    const auto again = anneal::data::recipeFromYaml(anneal::data::dumpRecipe(*recipe));
    if (!again || again->hash() != recipe->hash()) std::abort();
    const auto json = anneal::data::recipeFromJson(recipe->toJson());
    if (!json || json->hash() != recipe->hash()) std::abort();
    return 0;
}
