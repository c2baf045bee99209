#pragma once
// Which rows of a data set are augmented: those for training that no augmentation has made.

#include "data/augment/origin_columns.h"
#include "data/clean/step.h"

namespace anneal::data {

class TrainingRows {
public:
    /// `partColumn`: says train, validation or test; empty: "split" if it is there. Adds the columns of origin. Errors
    /// "column_unknown", "column_exists".
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const std::string& partColumn);
    /// Error "part_unknown": the column says none of these for the row. Any thread.
    Result<bool> has(const arrow::Table& rows, std::int64_t row, const RowId& id) const;
    const OriginColumns& origin() const { return origin_; }

private:
    OriginColumns origin_;
    int part_ = -1;  ///< −1: not there
};

Parameter partColumnParameter();

}  // namespace anneal::data
