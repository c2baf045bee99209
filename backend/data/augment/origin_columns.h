#pragma once
// What an augmented data set says of each row: which row it was made from and how.

#include <memory>
#include <string>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/result.h"
#include "data/clean/step.h"

namespace anneal::data {

/// The number of the row that the row was made from, or its own where it was not made; what made it, null where nothing did.
inline constexpr const char *kSourceColumn = "source_row", *kMethodColumn = "augmented_by";

class OriginColumns {
public:
    /// Adds the columns that are not there yet. Error "column_exists": one is, with other values than ours.
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema);
    bool made(const arrow::Table& rows, std::int64_t row) const;
    /// `rows` were taken from the batch's rows `sources`, each row's copies behind it; the copies were made by `method`.
    Result<std::shared_ptr<arrow::Table>> fill(std::shared_ptr<arrow::Table> rows, const Batch& batch,
                                               const std::vector<std::int64_t>& sources, const std::string& method) const;

private:
    int source_ = -1, method_ = -1;  ///< −1: not there before
};

}  // namespace anneal::data
