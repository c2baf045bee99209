#include "data/sources/cell_table.h"

#include <algorithm>

#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"

namespace anneal::data {

std::vector<std::string> columnNames(const std::vector<std::string>& given) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < given.size(); ++i) {
        auto name = std::string(base::trim(given[i]));
        if (name.empty()) name = "column_" + std::to_string(i + 1);
        auto unique = name;
        for (int n = 2; std::find(names.begin(), names.end(), unique) != names.end(); ++n) unique = name + "_" + std::to_string(n);
        names.push_back(std::move(unique));
    }
    return names;
}

CellTable::CellTable(const std::vector<std::string>& names, const arrow::Schema& expected, char decimal) : decimal_(decimal) {
    for (const auto& name : names) {
        const auto field = expected.GetFieldByName(name);
        columns_.emplace_back(name, field ? columnType(*field) : ColumnType::null, decimal);
    }
}

bool CellTable::restart() {
    if (std::none_of(columns_.begin(), columns_.end(), [](const auto& column) { return column.mustRestart(); })) return false;
    for (auto& column : columns_) column = CellColumn(column.name(), column.type(), decimal_);
    return true;
}

std::shared_ptr<arrow::Table> CellTable::finish(std::int64_t rows) {
    arrow::FieldVector fields;
    arrow::ArrayVector arrays;
    for (auto& column : columns_) {
        fields.push_back(makeField(column.name(), column.type()));
        arrays.push_back(column.finish());
    }
    return arrow::Table::Make(arrow::schema(fields), arrays, rows);
}

}  // namespace anneal::data
