#pragma once
// A recipe run over a data set, or only looked at, and what is said of it: for the verbs that have one.

#include <utility>
#include <vector>

#include "cli/verb.h"
#include "data/clean/cleaner.h"
#include "data/clean/preview.h"

namespace anneal::cli {

OrderedJson stepsJson(const std::vector<data::StepCount>& counts);
void printCounts(const std::vector<data::StepCount>& counts);
/// Rows that came to the first step and rows that the last one left.
std::pair<std::int64_t, std::int64_t> rowsOf(const data::Dataset& dataset, const std::vector<data::StepCount>& counts);

int clean(Context& context, const data::Dataset& dataset, const data::Recipe& recipe, const data::CleanOptions& options);
int showDryRun(Context& context, const data::Dataset& dataset, const data::Recipe& recipe, const data::DryRunOptions& options);

}  // namespace anneal::cli
