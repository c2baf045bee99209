#pragma once
// A look at the first rows of a source: how it is read, what it holds, what its rows are for.

#include <memory>

#include <QStringList>

#include "data/import.h"
#include "data/shape_check.h"
#include "jobs/job.h"

namespace anneal::pages {

struct Probe {
    OrderedJson details;  ///< what was detected, with "format"
    std::shared_ptr<arrow::Table> head;
    std::vector<data::ColumnSample> columns;
    std::vector<QStringList> rows;  ///< the first ones, a text a column
    data::Detection detection;
    std::vector<data::Rejection> rejected;  ///< of the first block
    std::int64_t rowsSeen = 0;
};

inline constexpr std::int64_t kRowsProbed = 256;

/// Errors: those of openSource, "no_rows".
Result<Probe> probe(const data::ImportOptions& options, const jobs::JobContext& context);
/// How well the first rows fit a mapping. Error "column_unknown".
Result<data::ShapeCheck> checkMapping(const Probe& probe, const data::Mapping& mapping);
/// The role of a column by a mapping: "prompt"; empty: none.
std::string roleOf(const data::Mapping& mapping, const std::string& column);

}  // namespace anneal::pages
