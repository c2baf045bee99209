#pragma once
// Rows of a query as typed columns.

#include <memory>
#include <string>
#include <vector>

#include <arrow/type_fwd.h>

#include "data/sources/source.h"
#include "data/sql/sql_connection.h"

namespace anneal::data {

std::shared_ptr<arrow::Field> fieldOf(const SqlColumn& column);

/// A row with a value that its column's type cannot hold (a date before year 1, truth that is neither) is rejected with the reason.
Result<Parsed> columnsOf(const std::vector<SqlColumn>& columns, const std::vector<SqlRow>& rows, const arrow::Schema& expected);

}  // namespace anneal::data
