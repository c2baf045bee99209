#include "data/augment/origin_columns.h"

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/new_column.h"

namespace anneal::data {

Result<std::shared_ptr<arrow::Schema>> OriginColumns::bind(const std::shared_ptr<arrow::Schema>& schema) {
    auto after = schema;
    const auto settle = [&](const char* name, const std::shared_ptr<arrow::DataType>& type, int& index) -> Status {
        index = schema->GetFieldIndex(name);
        if (index >= 0 && schema->field(index)->type()->Equals(type)) return {};
        ANNEAL_TRY(added, withField(after, name, type));
        after = added;
        return {};
    };
    ANNEAL_CHECK(settle(kSourceColumn, arrow::int64(), source_));
    ANNEAL_CHECK(settle(kMethodColumn, arrow::utf8(), method_));
    return after;
}

bool OriginColumns::made(const arrow::Table& rows, std::int64_t row) const {
    return method_ >= 0 && !rows.column(method_)->chunk(0)->IsNull(row);
}

Result<std::shared_ptr<arrow::Table>> OriginColumns::fill(std::shared_ptr<arrow::Table> rows, const Batch& batch,
                                                          const std::vector<std::int64_t>& sources, const std::string& method) const {
    arrow::Int64Builder numbers;
    arrow::StringBuilder methods;
    // Of rows that were augmented before, what they said is kept.
    const auto* before = method_ < 0 ? nullptr : static_cast<const arrow::StringArray*>(rows->column(method_)->chunk(0).get());
    for (std::size_t place = 0; place < sources.size(); ++place) {
        const auto row = std::int64_t(place);
        ANNEAL_CHECK(checked(numbers.Append(batch.ids[std::size_t(sources[place])].number), "augment"));
        const bool copy = place > 0 && sources[place - 1] == sources[place];
        const bool known = !copy && before && !before->IsNull(row);
        ANNEAL_CHECK(checked(copy    ? methods.Append(method)
                             : known ? methods.Append(before->GetView(row))
                                     : methods.AppendNull(),
                             "augment"));
    }
    std::shared_ptr<arrow::Array> values;
    if (source_ < 0) {
        ANNEAL_CHECK(checked(numbers.Finish(&values), "augment"));
        ANNEAL_TRY(with, withColumn(*rows, kSourceColumn, values));
        rows = with;
    }
    ANNEAL_CHECK(checked(methods.Finish(&values), "augment"));
    if (method_ < 0) return withColumn(*rows, kMethodColumn, values);
    return checked(rows->SetColumn(method_, rows->field(method_), std::make_shared<arrow::ChunkedArray>(values)), "augment");
}

}  // namespace anneal::data
