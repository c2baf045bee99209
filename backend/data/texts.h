#pragma once
// The texts of a row: a text column's value, or every text inside a JSON value; and how long they are.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/result.h"
#include "data/shape.h"

namespace anneal::data {

/// Calls `visit` with each text of a value; any other type as a CSV cell shows it; none for a null. One chunk a column.
void visitTexts(const arrow::Table& rows, int column, std::int64_t row, const std::function<void(std::string_view)>& visit);

/// The texts of a row's columns, joined by line ends.
std::string joinedTexts(const arrow::Table& rows, const std::vector<int>& columns, std::int64_t row);

/// Code points.
std::int64_t characterCount(std::string_view text);
/// Words as they are counted for lengths and quality: runs between blanks; each CJK character is one.
std::int64_t wordCount(std::string_view text);
/// Characters, summed over all texts of a value.
std::int64_t valueLength(const arrow::Table& rows, int column, std::int64_t row);

/// Indices of columns of any type. Error "column_unknown" suggests the nearest.
Result<int> columnIndex(const arrow::Schema& schema, const std::string& name);
Result<std::vector<int>> columnIndices(const arrow::Schema& schema, const std::vector<std::string>& names);
/// Indices of the named columns, or of all that hold text (string and json) when none is named. Error "column_type".
Result<std::vector<int>> textColumns(const arrow::Schema& schema, const std::vector<std::string>& names);
/// The named ones; when none is named, the text columns that samples are made from, or all text columns of a plain table.
Result<std::vector<int>> contentTextColumns(const arrow::Schema& schema, const Mapping& mapping, const std::vector<std::string>& names);
/// The named ones, or all that hold numbers.
Result<std::vector<int>> numberColumns(const arrow::Schema& schema, const std::vector<std::string>& names);

bool isText(const arrow::Field& field);    ///< string or json
bool isNumber(const arrow::Field& field);  ///< an integer or a real number

}  // namespace anneal::data
