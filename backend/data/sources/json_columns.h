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

class JsonColumns {
public:
    explicit JsonColumns(const arrow::Schema& expected);
    /// An object gives one value a column, the last where a key is given twice; any other value goes to the column "value".
    void add(const simdjson::dom::element& row);
    std::int64_t rows() const { return rows_; }
    const std::set<std::string>& nulls() const { return nulls_; }
    std::shared_ptr<arrow::Table> finish();

private:
    std::size_t find(std::string_view key, std::size_t guess);
    struct Cell {
        simdjson::dom::element value;
        std::int64_t row = -1;
    };
    std::vector<JsonColumn> columns_;
    std::vector<Cell> cells_;
    std::unordered_map<std::string, std::size_t> index_;
    std::set<std::string> nulls_;
    std::int64_t rows_ = 0;
};

}  // namespace anneal::data
