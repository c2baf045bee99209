#pragma once
// Typed columns grown from JSON rows. A column starts with the first type it meets and widens when a row shows another.

#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <arrow/builder.h>
#include <arrow/type_fwd.h>
#include <simdjson.h>

#include "base/result.h"
#include "data/schema.h"

namespace anneal::data {

class JsonColumn {
public:
    JsonColumn(std::string name, ColumnType type);
    const std::string& name() const { return name_; }
    ColumnType type() const { return type_; }
    std::int64_t length() const { return builder_->length(); }
    void appendNulls(std::int64_t count);
    void append(const simdjson::dom::element& value);
    std::shared_ptr<arrow::Array> finish();

private:
    void widen(ColumnType type);
    std::string name_;
    ColumnType type_;
    std::unique_ptr<arrow::ArrayBuilder> builder_;
};

/// How a JSON value becomes rows and columns.
struct JsonRules {
    std::string flatten;               ///< nested objects become columns joined by this; empty: they stay JSON
    std::vector<std::string> records;  ///< keys down to a list inside each row whose elements become the rows
};

class JsonColumns {
public:
    JsonColumns(const arrow::Schema& expected, const JsonRules& rules);
    /// An object gives one value a column, the last where a key is given twice; any other value goes to the column "value".
    /// `key`, where it is not empty, goes to the column "key" before them. Nothing, or why the row is none.
    std::string add(const simdjson::dom::element& row, std::string_view key = {});
    /// A table given column by column: {"a": [1, 2], "b": [3, 4]}, or with objects in place of the lists.
    std::string addTable(const simdjson::dom::object& table);
    std::int64_t rows() const { return rows_; }
    const std::set<std::string>& nulls() const { return nulls_; }
    std::shared_ptr<arrow::Table> finish();

private:
    std::size_t find(std::string_view key, std::size_t guess);
    void put(std::string_view key, const simdjson::dom::element& value, std::size_t& guess);
    void putMembers(const simdjson::dom::object& object, std::string_view except, std::size_t& guess);
    void endRow();
    std::string addRecords(const simdjson::dom::object& row);
    struct Cell {
        simdjson::dom::element value;
        std::int64_t row = -1;
    };
    const JsonRules& rules_;
    std::vector<JsonColumn> columns_;
    std::vector<Cell> cells_;
    std::unordered_map<std::string, std::size_t> index_;
    std::set<std::string> nulls_;
    std::int64_t rows_ = 0;
    simdjson::dom::parser keys_;  ///< holds the key that a row is given
};

}  // namespace anneal::data
