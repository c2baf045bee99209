#include "data/clean/text_edit.h"

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/schema.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

constexpr std::int64_t kRowsBetweenLooks = 64;

/// The column with the edit applied; null if nothing changed.
Result<std::shared_ptr<arrow::Array>> editColumn(const arrow::StringArray& values, bool json, const RowTextEdit& edit,
                                                 const base::StopToken& stop) {
    std::shared_ptr<arrow::Array> result;
    arrow::StringBuilder builder;
    std::string out;
    // Unchanged values are copied only once a changed one has been met.
    const auto copyUpTo = [&](std::int64_t end) {
        for (auto i = builder.length(); i < end; ++i) {
            const auto status = values.IsNull(i) ? builder.AppendNull() : builder.Append(values.GetView(i));
            if (!status.ok()) return status;
        }
        return arrow::Status::OK();
    };
    for (std::int64_t row = 0; row < values.length(); ++row) {
        if (row % kRowsBetweenLooks == 0 && stop.stopRequested()) return fail("stopped", "stopped");
        if (values.IsNull(row)) continue;
        out.clear();
        const auto editRow = [&](std::string_view text, std::string& edited) { return edit(row, text, edited); };
        if (!(json ? editJsonTexts(values.GetView(row), editRow, out) : edit(row, values.GetView(row), out))) continue;
        ANNEAL_CHECK(checked(copyUpTo(row), "clean"));
        ANNEAL_CHECK(checked(builder.Append(out), "clean"));
    }
    if (builder.length() == 0) return result;
    ANNEAL_CHECK(checked(copyUpTo(values.length()), "clean"));
    ANNEAL_CHECK(checked(builder.Finish(&result), "clean"));
    return result;
}

}  // namespace

Result<Edit> editTexts(const Batch& batch, const std::vector<int>& columns, const RowTextEdit& edit) {
    Edit result;
    result.rows = batch.rows;
    for (const int index : columns) {
        const auto& values = static_cast<const arrow::StringArray&>(*batch.rows->column(index)->chunk(0));
        ANNEAL_TRY(edited, editColumn(values, isJson(*batch.rows->field(index)), edit, batch.stop));
        if (!edited) continue;
        ANNEAL_TRY(rows, checked(result.rows->SetColumn(index, result.rows->field(index), std::make_shared<arrow::ChunkedArray>(edited)),
                                 "clean"));
        result.rows = rows;
    }
    return result;
}

Result<Edit> editTexts(const Batch& batch, const std::vector<int>& columns, const TextEdit& edit) {
    return editTexts(batch, columns, [&](std::int64_t, std::string_view text, std::string& out) { return edit(text, out); });
}

Result<std::shared_ptr<arrow::Schema>> TextEditStep::bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping&) {
    ANNEAL_TRY(columns, textColumns(*schema, columnNames_));
    columns_ = columns;
    return schema;
}

Result<Edit> TextEditStep::apply(const Batch& batch) const {
    return editTexts(batch, columns_, [this](std::int64_t, std::string_view text, std::string& out) { return edit(text, out); });
}

Parameter textColumnsParameter() { return Parameter::columns("Columns to work on; when none is named, all that hold text"); }

}  // namespace anneal::data
