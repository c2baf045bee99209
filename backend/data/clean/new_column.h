#pragma once
// Columns that a step adds behind the others.

#include <memory>
#include <string>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/result.h"

namespace anneal::data {

/// The columns with one more. Error "column_exists".
Result<std::shared_ptr<arrow::Schema>> withField(const std::shared_ptr<arrow::Schema>& schema, const std::string& name,
                                                 const std::shared_ptr<arrow::DataType>& type);
Result<std::shared_ptr<arrow::Table>> withColumn(const arrow::Table& rows, const std::string& name,
                                                 const std::shared_ptr<arrow::Array>& values);
Result<std::shared_ptr<arrow::Table>> withFlags(const arrow::Table& rows, const std::string& name, const std::vector<bool>& flags);

}  // namespace anneal::data
