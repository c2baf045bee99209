#pragma once
// What people type to find rows: words anywhere, or "risk = high", "year >= 2020", "clause: notice" in one column.

#include <optional>

#include <QString>

#include "data/rows.h"
#include "jobs/job.h"
#include "pages/data/counted_recipe.h"

namespace anneal::pages {

struct RowQuery {
    enum class Relation { contains, equal, unequal, less, lessOrEqual, more, moreOrEqual };

    std::string column;  ///< empty: any
    Relation relation = Relation::contains;
    std::string text;  ///< compared without regard to case

    /// `columns` tells a column's name from words that look like a relation. Nothing for an empty text.
    static std::optional<RowQuery> parse(const QString& text, const std::vector<std::string>& columns);
};

/// The rows that match, in order; `most` of them from row `first` (from 0) on, 0: all. Errors: "dataset_damaged", "stopped".
Result<RowOrder> matchingRows(data::RowReader& reader, const RowQuery& query, std::int64_t first, std::size_t most,
                              const jobs::JobContext& context);

}  // namespace anneal::pages
