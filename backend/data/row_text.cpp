#include "data/row_text.h"

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/render.h"
#include "data/schema.h"

namespace anneal::data {

RowText::RowText(const arrow::Table& table, const std::vector<ManifestColumn>& columns) {
    for (int i = 0; i < table.num_columns(); ++i) {
        const auto& field = *table.field(i);
        Column column;
        data::appendJsonString(column.key, field.name());
        column.key += ':';
        if (table.column(i)->num_chunks() > 0) column.values = table.column(i)->chunk(0);
        column.json = isJson(field);
        for (const auto& known : columns)
            if (known.name == field.name()) column.optional = known.optional;
        columns_.push_back(std::move(column));
    }
}

void RowText::appendJson(std::string& out, std::int64_t row) const {
    out += '{';
    bool first = true;
    for (const auto& column : columns_) {
        if (column.optional && column.values->IsNull(row)) continue;
        if (!first) out += ',';
        first = false;
        out += column.key;
        data::appendJson(out, *column.values, row, column.json);
    }
    out += '}';
}

void RowText::appendCsvCell(std::string& out, std::string_view text) {
    if (!text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void RowText::appendCsv(std::string& out, std::int64_t row) const {
    std::string cell;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (i > 0) out += ',';
        if (columns_[i].values->IsNull(row)) {
            if (columns_.size() == 1) out += "\"\"";  // an empty line would be no row
            continue;
        }
        cell.clear();
        appendPlain(cell, *columns_[i].values, row);
        appendCsvCell(out, cell);
    }
    out += '\n';
}

}  // namespace anneal::data
