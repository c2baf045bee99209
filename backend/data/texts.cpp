#include "data/texts.h"

#include <algorithm>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/json_texts.h"
#include "data/render.h"
#include "data/schema.h"
#include "data/words.h"

namespace anneal::data {

void visitTexts(const arrow::Table& rows, int column, std::int64_t row, const std::function<void(std::string_view)>& visit) {
    const auto& values = *rows.column(column)->chunk(0);
    if (values.IsNull(row)) return;
    if (values.type_id() != arrow::Type::STRING) {
        std::string text;
        appendPlain(text, values, row);
        visit(text);
    } else if (isJson(*rows.field(column))) {
        visitJsonTexts(stringAt(values, row), visit);
    } else {
        visit(stringAt(values, row));
    }
}

std::string joinedTexts(const arrow::Table& rows, const std::vector<int>& columns, std::int64_t row) {
    std::string joined;
    for (const int column : columns)
        visitTexts(rows, column, row, [&](std::string_view text) {
            if (!joined.empty()) joined += '\n';
            joined += text;
        });
    return joined;
}

std::int64_t characterCount(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

std::int64_t wordCount(std::string_view text) {
    std::int64_t words = 0;
    forEachWord(text, [&](std::string_view, bool) { ++words; });
    return words;
}

std::int64_t valueLength(const arrow::Table& rows, int column, std::int64_t row) {
    std::int64_t length = 0;
    visitTexts(rows, column, row, [&](std::string_view text) { length += characterCount(text); });
    return length;
}

bool isText(const arrow::Field& field) { return field.type()->id() == arrow::Type::STRING; }

bool isNumber(const arrow::Field& field) { return arrow::is_integer(field.type()->id()) || arrow::is_floating(field.type()->id()); }

Result<int> columnIndex(const arrow::Schema& schema, const std::string& name) {
    const int index = schema.GetFieldIndex(name);
    if (index >= 0) return index;
    const auto present = schema.field_names();
    const auto near = base::nearest(name, present);
    return fail("column_unknown", "there is no column \"" + name + "\"",
                near ? "did you mean \"" + *near + "\"?" : "the columns are " + base::join(present, ", "));
}

Result<std::vector<int>> columnIndices(const arrow::Schema& schema, const std::vector<std::string>& names) {
    std::vector<int> indices;
    for (const auto& name : names) {
        ANNEAL_TRY(index, columnIndex(schema, name));
        indices.push_back(index);
    }
    return indices;
}

namespace {

Result<std::vector<int>> columnsOf(const arrow::Schema& schema, const std::vector<std::string>& names, bool (*fits)(const arrow::Field&),
                                   const std::string& what) {
    if (names.empty()) {
        std::vector<int> all;
        for (int i = 0; i < schema.num_fields(); ++i)
            if (fits(*schema.field(i))) all.push_back(i);
        return all;
    }
    ANNEAL_TRY(indices, columnIndices(schema, names));
    for (const int index : indices)
        if (!fits(*schema.field(index)))
            return fail("column_type",
                        "column \"" + schema.field(index)->name() + "\" holds " + typeName(*schema.field(index)) + ", not " + what,
                        "name columns that hold " + what);
    return indices;
}

}  // namespace

Result<std::vector<int>> textColumns(const arrow::Schema& schema, const std::vector<std::string>& names) {
    return columnsOf(schema, names, isText, "text");
}

Result<std::vector<int>> numberColumns(const arrow::Schema& schema, const std::vector<std::string>& names) {
    return columnsOf(schema, names, isNumber, "numbers");
}

Result<std::vector<int>> contentTextColumns(const arrow::Schema& schema, const Mapping& mapping, const std::vector<std::string>& names) {
    if (!names.empty()) return textColumns(schema, names);
    std::vector<std::string> content;
    for (const auto& name : mapping.content()) {
        const int index = schema.GetFieldIndex(name);
        if (index >= 0 && isText(*schema.field(index))) content.push_back(name);
    }
    return textColumns(schema, content);
}

}  // namespace anneal::data
