#pragma once
// Why a row is as it is after cleaning, or why it is there no more.

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "data/clean/difference.h"
#include "data/dataset.h"

namespace anneal::data {

struct ExplainedChange {
    std::string column;
    std::optional<std::string> before, after;  ///< the whole values; nothing: null
    bool partial = false;                      ///< only the stretches that differ: the values are not to be had any more
    bool hidden = false;                       ///< `before` is not told, since it may hold personal data
};

/// What one step did to the row.
struct ExplainedStep {
    std::size_t step = 0;  ///< index among the recipe's enabled steps
    std::string name;
    std::vector<ExplainedChange> changes;
    std::optional<std::string> dropped;  ///< the reason
    std::optional<std::int32_t> copyOf;  ///< the row was made from that copy
};

/// One way that a row took through the recipe; more than one if a step made several rows of it.
struct ExplainedCopy {
    std::int32_t copy = 0;
    std::vector<ExplainedStep> steps;   ///< those that touched it
    std::optional<std::int64_t> place;  ///< its row in the cleaned data set, from 1; nothing: it was dropped
};

struct Explanation {
    std::int64_t row = 0;  ///< in the data set that was cleaned, from 1
    std::vector<ExplainedCopy> copies;
};

/// `row` counts from 1 in the data set that was cleaned, which is read for the whole values if it is still there.
/// Errors: "not_cleaned", "row_unknown", "dataset_damaged".
Result<Explanation> explainRow(const Dataset& cleaned, std::int64_t row);
/// `place` counts from 1 in the cleaned data set.
Result<Explanation> explainPlace(const Dataset& cleaned, std::int64_t place);

OrderedJson toJson(const Explanation& explanation);

}  // namespace anneal::data
