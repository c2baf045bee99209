#pragma once
// Rows of a table as JSON objects and CSV records.

#include <cstdint>
#include <string>

#include <arrow/type_fwd.h>

#include "data/manifest.h"

namespace anneal::data {

/// Writes rows of one table, whose columns have one chunk each.
class RowText {
public:
    RowText(const arrow::Table& table, const std::vector<ManifestColumn>& columns);
    void appendJson(std::string& out, std::int64_t row) const;
    void appendCsv(std::string& out, std::int64_t row) const;

    static void appendCsvCell(std::string& out, std::string_view text);

private:
    struct Column {
        std::string key;  ///< quoted, with its colon
        std::shared_ptr<arrow::Array> values;
        bool json = false;
        bool optional = false;
    };
    std::vector<Column> columns_;
};

}  // namespace anneal::data
