#pragma once
// Columns as Parquet, Arrow and databases bring them, in the types that a data set keeps.

#include <memory>
#include <string>

#include <arrow/type_fwd.h>

#include "data/sources/source.h"

namespace anneal::data {

/// Error "data_unreadable" where two columns have one name.
Status distinctColumns(const arrow::Schema& schema, const std::string& name);

/// Nested values become JSON text, dictionaries what they stand for, narrow integers int64; everything else stays as it is.
Result<Parsed> parsedTable(const arrow::Table& table, const std::string& name);

}  // namespace anneal::data
