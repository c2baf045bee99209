#include "data/augment/row_copies.h"

#include <set>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/compute/api_vector.h>
#include <arrow/datum.h>
#include <arrow/table.h>

#include "data/arrow_result.h"
#include "data/render.h"

namespace anneal::data {

void RowCopies::add(std::int64_t row, Cells changed) {
    for (auto& [column, value] : changed) changes_.push_back({std::int64_t(sources_.size()), column, std::move(value)});
    sources_.push_back(row);
}

Result<std::shared_ptr<arrow::ChunkedArray>> RowCopies::column(int index, const arrow::Array& taken) const {
    arrow::StringBuilder builder;
    std::int64_t done = 0;
    const auto copyUpTo = [&](std::int64_t end) {
        for (; done < end; ++done) {
            const auto status = taken.IsNull(done) ? builder.AppendNull() : builder.Append(stringAt(taken, done));
            if (!status.ok()) return status;
        }
        return arrow::Status::OK();
    };
    for (const auto& change : changes_) {
        if (change.column != index) continue;
        ANNEAL_CHECK(checked(copyUpTo(change.place), "augment"));
        ANNEAL_CHECK(checked(builder.Append(change.value), "augment"));
        ++done;
    }
    ANNEAL_CHECK(checked(copyUpTo(taken.length()), "augment"));
    std::shared_ptr<arrow::Array> values;
    ANNEAL_CHECK(checked(builder.Finish(&values), "augment"));
    return std::make_shared<arrow::ChunkedArray>(values);
}

Result<std::shared_ptr<arrow::Table>> RowCopies::table(const std::shared_ptr<arrow::Table>& rows) const {
    arrow::Int64Builder builder;
    ANNEAL_CHECK(checked(builder.AppendValues(sources_), "augment"));
    std::shared_ptr<arrow::Array> indices;
    ANNEAL_CHECK(checked(builder.Finish(&indices), "augment"));
    ANNEAL_TRY(taken, checked(arrow::compute::Take(rows, indices), "augment"));
    ANNEAL_TRY(table, checked(taken.table()->CombineChunks(), "augment"));
    std::set<int> columns;
    for (const auto& change : changes_) columns.insert(change.column);
    for (const int index : columns) {
        ANNEAL_TRY(changed, column(index, *table->column(index)->chunk(0)));
        ANNEAL_TRY(with, checked(table->SetColumn(index, table->field(index), changed), "augment"));
        table = with;
    }
    return table;
}

}  // namespace anneal::data
