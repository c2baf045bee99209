#include "data/sources/arrow_columns.h"

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/render.h"

namespace anneal::data {
namespace {

bool nested(const arrow::DataType& type) {
    switch (type.id()) {
        case arrow::Type::LIST:
        case arrow::Type::LARGE_LIST:
        case arrow::Type::FIXED_SIZE_LIST:
        case arrow::Type::STRUCT:
        case arrow::Type::MAP: return true;
        default: return false;
    }
}

/// Text as `string`, nested values as JSON text, integers and floats as they are but in our two widths where nothing is lost.
std::shared_ptr<arrow::Field> targetField(const arrow::Field& field) {
    switch (field.type()->id()) {
        case arrow::Type::INT8:
        case arrow::Type::INT16:
        case arrow::Type::INT32:
        case arrow::Type::UINT8:
        case arrow::Type::UINT16:
        case arrow::Type::UINT32: return makeField(field.name(), ColumnType::integer);
        case arrow::Type::LARGE_STRING:
        case arrow::Type::DICTIONARY: return makeField(field.name(), ColumnType::text);
        case arrow::Type::STRING:
        case arrow::Type::INT64:
        case arrow::Type::DOUBLE:
        case arrow::Type::BOOL:
        case arrow::Type::NA: return field.RemoveMetadata()->WithMetadata(isJson(field) ? field.metadata() : nullptr);
        default: return nested(*field.type()) ? makeField(field.name(), ColumnType::json) : field.RemoveMetadata();
    }
}

std::int64_t integerAt(const arrow::Array& array, std::int64_t index) {
    switch (array.type_id()) {
        case arrow::Type::INT8: return static_cast<const arrow::Int8Array&>(array).Value(index);
        case arrow::Type::INT16: return static_cast<const arrow::Int16Array&>(array).Value(index);
        case arrow::Type::INT32: return static_cast<const arrow::Int32Array&>(array).Value(index);
        case arrow::Type::UINT8: return static_cast<const arrow::UInt8Array&>(array).Value(index);
        case arrow::Type::UINT16: return static_cast<const arrow::UInt16Array&>(array).Value(index);
        default: return static_cast<const arrow::UInt32Array&>(array).Value(index);
    }
}

arrow::Result<std::shared_ptr<arrow::ChunkedArray>> convert(const arrow::ChunkedArray& column, const arrow::Field& target) {
    arrow::ArrayVector chunks;
    std::string text;
    for (const auto& chunk : column.chunks()) {
        std::unique_ptr<arrow::ArrayBuilder> builder;
        ARROW_RETURN_NOT_OK(arrow::MakeBuilder(arrow::default_memory_pool(), target.type(), &builder));
        for (std::int64_t i = 0; i < chunk->length(); ++i) {
            if (chunk->IsNull(i)) {
                ARROW_RETURN_NOT_OK(builder->AppendNull());
            } else if (target.type()->id() == arrow::Type::INT64) {
                ARROW_RETURN_NOT_OK(static_cast<arrow::Int64Builder&>(*builder).Append(integerAt(*chunk, i)));
            } else {
                text.clear();
                if (isJson(target)) {
                    appendJson(text, *chunk, i);
                } else if (chunk->type_id() == arrow::Type::DICTIONARY) {
                    const auto& dictionary = static_cast<const arrow::DictionaryArray&>(*chunk);
                    appendPlain(text, *dictionary.dictionary(), dictionary.GetValueIndex(i));
                } else {
                    appendPlain(text, *chunk, i);
                }
                ARROW_RETURN_NOT_OK(static_cast<arrow::StringBuilder&>(*builder).Append(text));
            }
        }
        ARROW_ASSIGN_OR_RAISE(auto array, builder->Finish());
        chunks.push_back(std::move(array));
    }
    return std::make_shared<arrow::ChunkedArray>(std::move(chunks), target.type());
}

}  // namespace

Status distinctColumns(const arrow::Schema& schema, const std::string& name) {
    for (const auto& field : schema.fields())
        if (schema.GetAllFieldIndices(field->name()).size() > 1)
            return fail("data_unreadable", name + ": two columns are called \"" + field->name() + "\"", "rename one");
    return {};
}

Result<Parsed> parsedTable(const arrow::Table& table, const std::string& name) {
    Parsed parsed;
    arrow::FieldVector fields;
    arrow::ChunkedArrayVector columns;
    for (int i = 0; i < table.num_columns(); ++i) {
        fields.push_back(targetField(*table.field(i)));
        if (fields.back()->type()->Equals(*table.field(i)->type())) {
            columns.push_back(table.column(i));
        } else {
            ANNEAL_TRY(column, checked(convert(*table.column(i), *fields.back()), name));
            columns.push_back(column);
        }
        parsed.nulls.insert(fields.back()->name());
    }
    parsed.rows = table.num_rows();
    parsed.table = arrow::Table::Make(arrow::schema(fields), columns, table.num_rows());
    return parsed;
}

}  // namespace anneal::data
