#pragma once
// What a recipe would do, shown without a data set being written.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/stop_token.h"
#include "data/clean/bound_recipe.h"
#include "data/clean/difference.h"
#include "data/clean/recipe.h"
#include "data/dataset.h"

namespace anneal::data {

struct PreviewedChange {
    RowId id;
    std::string column;
    std::optional<std::string> before, after;  ///< the whole values; nothing: null
    std::vector<DiffSpan> spans;               ///< of `before` and `after`; empty where one is null
};

struct StepSample {
    std::vector<PreviewedChange> changes;
    std::vector<DroppedRow> drops;
};

struct DryRunOptions {
    std::size_t samples = 3;  ///< changes and drops shown of each step, drawn from all over the data, the same ones every time
    int threads = 0;          ///< 0: all cores
};

struct DryRun {
    std::vector<StepCount> counts;              ///< of the whole data set
    std::vector<StepSample> samples;            ///< a step
    std::shared_ptr<const BoundRecipe> recipe;  ///< whose learners have seen all rows
};

/// Runs the recipe over the whole data set. Errors: those of cleaning.
Result<DryRun> dryRun(const Dataset& dataset, const Recipe& recipe, const DryRunOptions& options,
                      const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

/// {"steps":[{a count's fields,"samples":{"changed":[{"row","column","before","after"}],"dropped":[{"row","reason"}]}}]}
OrderedJson toJson(const DryRun& run);

struct RowWindow {
    std::int64_t first = 1;  ///< row of the data set, from 1
    std::int64_t count = 50;
};

struct Preview {
    Batch rows;  ///< the window's as they come to the step: those that an earlier step drops are missing
    std::vector<PreviewedChange> changes;
    std::vector<DroppedRow> drops;
    bool provisional = false;  ///< a step that must see all rows before it judges one saw only those around the window
};

/// What enabled step `step` (from 0) does to the rows of a window: at once, from the blocks that hold them. After a dry run of the same
/// recipe (`known`) it is what cleaning will do; before one, see `provisional`. Errors: those of cleaning.
Result<Preview> previewRecipe(const Dataset& dataset, const Recipe& recipe, std::size_t step, const RowWindow& window,
                              const DryRun* known = nullptr, const base::StopToken& stop = {});

}  // namespace anneal::data
