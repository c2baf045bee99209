#include "data/augment/training_rows.h"

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/augment/training_part.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {

Result<std::shared_ptr<arrow::Schema>> TrainingRows::bind(const std::shared_ptr<arrow::Schema>& schema, const std::string& partColumn) {
    part_ = schema->GetFieldIndex(partColumn.empty() ? "split" : partColumn);
    if (!partColumn.empty()) ANNEAL_CHECK(columnIndex(*schema, partColumn));
    return origin_.bind(schema);
}

Result<bool> TrainingRows::has(const arrow::Table& rows, std::int64_t row, const RowId& id) const {
    if (origin_.made(rows, row)) return false;
    if (part_ < 0) return true;
    std::string value;
    appendPlain(value, *rows.column(part_)->chunk(0), row);
    const auto part = rowPart(value);
    if (part != RowPart::unknown) return part == RowPart::training;
    return fail("part_unknown",
                "row " + std::to_string(id.number) + ": column \"" + rows.field(part_)->name() + "\" holds \"" + value +
                    "\", which is neither train nor validation nor test",
                "only rows for training are augmented; name the column that says so under part_column, or rename this one");
}

Parameter partColumnParameter() {
    return Parameter::column("part_column",
                             "Column that says train, validation or test: only train is augmented; \"split\" if it is there");
}

}  // namespace anneal::data
