#pragma once
// The column types of a data set, and how the types that different rows show become one.
// A nested value (list, object) is kept as its JSON text in a string column marked "json": it comes back exactly,
// however much its shape differs from row to row.

#include <memory>
#include <string>
#include <string_view>

#include <arrow/type_fwd.h>

namespace anneal::data {

enum class ColumnType {
    null,  ///< no value seen yet
    boolean,
    integer,    ///< int64
    real,       ///< float64
    date,       ///< date32
    timestamp,  ///< microseconds, no time zone
    text,       ///< UTF-8
    json,       ///< JSON text of a nested or mixed value
    other,      ///< any other Arrow type (decimal, time with zone …), as its source brought it
};

/// What a row of a text file and a row of JSON become when two types meet: "x" and 3 are both text in CSV; in JSON they
/// stay what they are, in a json column.
enum class Conflict { toText, toJson };

ColumnType join(ColumnType a, ColumnType b, Conflict conflict);

std::shared_ptr<arrow::Field> makeField(const std::string& name, ColumnType type);
ColumnType columnType(const arrow::Field& field);
bool isJson(const arrow::Field& field);
/// "bool", "int64", "float64", "date32[day]", "timestamp[us]", "string", "json", else Arrow's name.
std::string typeName(const arrow::Field& field);

/// Columns of `a` in order, then those only `b` has; each with the joined type.
std::shared_ptr<arrow::Schema> join(const arrow::Schema& a, const arrow::Schema& b, Conflict conflict);
/// Names, types and json marks are the same, in the same order.
bool sameColumns(const arrow::Schema& a, const arrow::Schema& b);
/// Columns that never had a value become text.
std::shared_ptr<arrow::Schema> settled(const arrow::Schema& schema);

}  // namespace anneal::data
