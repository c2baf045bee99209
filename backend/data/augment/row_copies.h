#pragma once
// A batch's rows with copies behind them in which single cells are others.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/result.h"

namespace anneal::data {

/// Text cells of one row by column, columns ascending.
using Cells = std::vector<std::pair<int, std::string>>;

class RowCopies {
public:
    /// Rows in ascending order, a row's copies behind it.
    void add(std::int64_t row, Cells changed = {});
    /// Of each row of the result the row it was made from.
    const std::vector<std::int64_t>& sources() const { return sources_; }
    /// One chunk a column.
    Result<std::shared_ptr<arrow::Table>> table(const std::shared_ptr<arrow::Table>& rows) const;

private:
    struct Change {
        std::int64_t place = 0;
        int column = 0;
        std::string value;
    };
    Result<std::shared_ptr<arrow::ChunkedArray>> column(int index, const arrow::Array& taken) const;
    std::vector<std::int64_t> sources_;
    std::vector<Change> changes_;
};

}  // namespace anneal::data
