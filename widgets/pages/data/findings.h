#pragma once
// What a data set holds and what is wrong with it: its profile, the languages of its texts, and for each cleaning step that would
// find something to do how much.

#include "data/clean/step.h"
#include "data/profile.h"
#include "jobs/job.h"

namespace anneal::pages {

struct Finding {
    std::string step;
    OrderedJson given;         ///< its settings
    std::int64_t rows = 0;     ///< that it would change or drop
    std::int64_t example = 0;  ///< one of them, from 1; 0: none known
    bool exact = true;         ///< of all rows; else of those looked at
};

struct Findings {
    data::Profile profile;
    std::vector<Finding> findings;                                ///< the widest first
    std::vector<std::pair<std::string, std::int64_t>> languages;  ///< code and rows, the most frequent first; of the rows looked at
    std::vector<std::pair<std::string, std::int64_t>> personal;   ///< kind and places, likewise
    std::int64_t looked = 0;
};

/// Steps that judge each row by itself look at so many rows, spread over the whole.
inline constexpr std::int64_t kRowsLookedAt = 20'000;

/// Errors: "dataset_damaged", "stopped".
Result<Findings> findIn(const data::Dataset& dataset, const jobs::JobContext& context);

}  // namespace anneal::pages
