#pragma once
// A recipe's enabled steps settled on the columns of one data set, and batches of rows going through them.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "data/clean/recipe.h"
#include "data/clean/trace.h"
#include "data/dataset.h"

namespace anneal::data {

struct StepCount {
    std::string step;
    std::int64_t rowsIn = 0, rowsOut = 0;
    std::int64_t dropped = 0;
    std::int64_t added = 0;         ///< rows made besides those that came in
    std::int64_t changed = 0;       ///< rows with at least one changed cell
    std::int64_t changedCells = 0;  ///< cells of columns that were there before
    std::map<std::string, std::int64_t> tally;
    double seconds = 0;  ///< summed over threads

    StepCount& operator+=(const StepCount& other);
};
/// {"step","rows_in","rows_out","changed","changed_cells","dropped","added"?,"tally"?}, without the seconds.
OrderedJson toJson(const StepCount& count);

/// How much a trace holds of a changed cell.
enum class TraceDetail {
    none,
    stretches,  ///< of a text what differs
    values,     ///< the whole values
};

struct Passage {
    Batch batch;                    ///< the rows that are left; without any, `rows` has none
    std::vector<StepCount> counts;  ///< a step gone through
    Trace trace;
};

class BoundRecipe {
public:
    /// Errors of Step::bind and of mayAugment, with the step's place.
    static Result<BoundRecipe> bind(const Recipe& recipe, const Dataset& dataset);

    std::size_t size() const { return steps_.size(); }
    const std::string& name(std::size_t step) const { return steps_[step].name; }
    Learner* learner(std::size_t step) const { return steps_[step].step->learner(); }
    /// The columns before step `step`; of size(): after all.
    const std::shared_ptr<arrow::Schema>& schema(std::size_t step) const { return schemas_[step]; }

    /// Steps begin … end − 1 over a batch that is not empty. Any thread.
    Result<Passage> pass(Batch batch, std::size_t begin, std::size_t end, TraceDetail detail) const;

private:
    struct Bound {
        std::string name;
        std::unique_ptr<Step> step;
    };
    std::vector<Bound> steps_;
    std::vector<std::size_t> masks_;  ///< steps that hide what they take out
    std::vector<std::shared_ptr<arrow::Schema>> schemas_;
};

}  // namespace anneal::data
