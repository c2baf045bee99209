#pragma once
// What a recipe's learners found out from a whole data set, kept in a folder, so that shards of it can be cleaned one by one, on
// several machines if need be, into what one run over the whole would give.

#include <filesystem>

#include "base/stop_token.h"
#include "data/clean/clean_run.h"

namespace anneal::data {

/// True if a step of the recipe must have seen all rows: only then is there anything to plan.
bool needsPlan(const Recipe& recipe);

/// Runs the recipe without writing rows and puts plan.json and what was learnt into `folder`, whole or not at all. Gives the counts.
/// Errors: those of cleaning, "already_exists" for a folder that is no plan.
Result<std::vector<StepCount>> writePlan(const Dataset& dataset, const Recipe& recipe, const std::filesystem::path& folder, int threads = 0,
                                         const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

/// Lets the learners recall it. Errors: "plan_invalid", "plan_mismatch" (made for another recipe or another data set).
Status recallPlan(const std::filesystem::path& folder, const Dataset& dataset, const Recipe& recipe, const BoundRecipe& bound);

}  // namespace anneal::data
