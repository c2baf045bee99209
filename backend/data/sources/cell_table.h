#pragma once
// Tables grown from records of text cells: CSV, fixed width.

#include <string>
#include <string_view>
#include <vector>

#include "data/sources/cell_column.h"
#include "data/sources/source.h"

namespace anneal::data {

/// Distinct, none empty: "column_3" where a name is missing, "name_2" where one comes again.
std::vector<std::string> columnNames(const std::vector<std::string>& given);

/// The columns of one block. After the last row, restart() says whether a column has to be fed anew as text.
class CellTable {
public:
    CellTable(const std::vector<std::string>& names, const arrow::Schema& expected, char decimal = '.');
    CellColumn& operator[](std::size_t column) { return columns_[column]; }
    std::size_t size() const { return columns_.size(); }
    /// Begins again with the types that are known by now; false if there is no need to.
    bool restart();
    std::shared_ptr<arrow::Table> finish(std::int64_t rows);

private:
    char decimal_;
    std::vector<CellColumn> columns_;
};

}  // namespace anneal::data
