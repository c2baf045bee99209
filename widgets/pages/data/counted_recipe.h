#pragma once
// A recipe gone through a whole data set without writing anything: what each step leaves, examples of what it does, and its
// learners' knowledge, so that any window of rows can be shown as it will be.

#include <memory>

#include "data/clean/clean_run.h"
#include "jobs/job.h"

namespace anneal::pages {

/// A row as a table's order keeps it: small, for there may be millions.
struct RowPlace {
    std::int32_t number = 0;  ///< in the data set, from 1
    std::int32_t copy = 0;
    auto operator<=>(const RowPlace&) const = default;
};
using RowOrder = std::vector<RowPlace>;

struct CountedRecipe {
    explicit CountedRecipe(data::BoundRecipe recipe) : bound(std::move(recipe)) {}

    data::BoundRecipe bound;              ///< its learners have seen all rows
    std::vector<data::StepCount> counts;  ///< one an enabled step
    /// One an enabled step, the first kExamples.
    std::vector<std::vector<data::CellChange>> changes;
    std::vector<std::vector<data::DroppedRow>> drops;
    std::vector<RowOrder> touched;  ///< rows that the step changed or dropped, ascending
    RowOrder touchedByAny;
    RowOrder kept;  ///< what is left after all steps

    std::int64_t rowsIn() const { return counts.empty() ? std::int64_t(kept.size()) : counts.front().rowsIn; }
    /// -1: by any step.
    const RowOrder& touchedBy(int step) const { return step < 0 ? touchedByAny : touched[std::size_t(step)]; }
};

inline constexpr std::size_t kExamples = 1000;

/// Errors: those of binding and of the steps, "stopped".
Result<std::shared_ptr<const CountedRecipe>> countRecipe(const data::Dataset& dataset, const data::Recipe& recipe,
                                                         const jobs::JobContext& context);

}  // namespace anneal::pages
