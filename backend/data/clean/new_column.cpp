#include "data/clean/new_column.h"

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"

namespace anneal::data {

Result<std::shared_ptr<arrow::Schema>> withField(const std::shared_ptr<arrow::Schema>& schema, const std::string& name,
                                                 const std::shared_ptr<arrow::DataType>& type) {
    if (schema->GetFieldIndex(name) >= 0)
        return fail("column_exists", "there is a column \"" + name + "\" already", "name another column for the result");
    return checked(schema->AddField(schema->num_fields(), arrow::field(name, type)), "clean");
}

Result<std::shared_ptr<arrow::Table>> withColumn(const arrow::Table& rows, const std::string& name,
                                                 const std::shared_ptr<arrow::Array>& values) {
    return checked(rows.AddColumn(rows.num_columns(), arrow::field(name, values->type()), std::make_shared<arrow::ChunkedArray>(values)),
                   "clean");
}

Result<std::shared_ptr<arrow::Table>> withFlags(const arrow::Table& rows, const std::string& name, const std::vector<bool>& flags) {
    arrow::BooleanBuilder builder;
    ANNEAL_CHECK(checked(builder.AppendValues(flags), "clean"));
    std::shared_ptr<arrow::Array> values;
    ANNEAL_CHECK(checked(builder.Finish(&values), "clean"));
    return withColumn(rows, name, values);
}

}  // namespace anneal::data
