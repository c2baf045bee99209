#include "data/clean/text_columns.h"

#include <algorithm>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/arrow_result.h"
#include "data/render.h"
#include "data/schema.h"

namespace anneal::data {
namespace {

bool namesRole(const std::string& key) { return key == "role" || key == "from" || key == "type"; }

bool editJson(OrderedJson& value, const TextEdit& edit, std::string& buffer) {
    bool changed = false;
    if (value.is_string()) {
        buffer.clear();
        changed = edit(value.get_ref<const std::string&>(), buffer);
        if (changed) value = buffer;
    } else if (value.is_array()) {
        for (auto& one : value) changed |= editJson(one, edit, buffer);
    } else if (value.is_object()) {
        for (auto& [key, one] : value.items())
            if (!namesRole(key) || !one.is_string()) changed |= editJson(one, edit, buffer);
    }
    return changed;
}

void visitJson(const OrderedJson& value, const std::function<void(std::string_view)>& visit) {
    if (value.is_string()) {
        visit(value.get_ref<const std::string&>());
    } else if (value.is_array()) {
        for (const auto& one : value) visitJson(one, visit);
    } else if (value.is_object()) {
        for (const auto& [key, one] : value.items())
            if (!namesRole(key) || !one.is_string()) visitJson(one, visit);
    }
}

/// The column with the edit applied; null if nothing changed. Marks the rows that did.
Result<std::shared_ptr<arrow::Array>> editColumn(const arrow::StringArray& values, bool json, const TextEdit& edit,
                                                 std::vector<bool>& changed) {
    std::shared_ptr<arrow::Array> result;
    arrow::StringBuilder builder;
    std::string out;
    bool any = false;
    // Unchanged values are copied only once a changed one has been met.
    const auto copyUpTo = [&](std::int64_t end) {
        for (auto i = builder.length(); i < end; ++i) {
            const auto status = values.IsNull(i) ? builder.AppendNull() : builder.Append(values.GetView(i));
            if (!status.ok()) return status;
        }
        return arrow::Status::OK();
    };
    for (std::int64_t row = 0; row < values.length(); ++row) {
        if (values.IsNull(row)) continue;
        out.clear();
        bool differs = false;
        if (json) {
            auto value = OrderedJson::parse(values.GetView(row), nullptr, false);
            differs = !value.is_discarded() && editJson(value, edit, out);
            if (differs) out = base::dumpJson(value);
        } else {
            differs = edit(values.GetView(row), out);
        }
        if (!differs) continue;
        any = true;
        changed[std::size_t(row)] = true;
        ANNEAL_CHECK(checked(copyUpTo(row), "clean"));
        ANNEAL_CHECK(checked(builder.Append(out), "clean"));
    }
    if (!any) return result;
    ANNEAL_CHECK(checked(copyUpTo(values.length()), "clean"));
    ANNEAL_CHECK(checked(builder.Finish(&result), "clean"));
    return result;
}

}  // namespace

Result<std::vector<int>> columnIndices(const arrow::Schema& schema, const std::vector<std::string>& names) {
    std::vector<int> indices;
    for (const auto& name : names) {
        const int index = schema.GetFieldIndex(name);
        if (index < 0) {
            const auto present = schema.field_names();
            const auto near = base::nearest(name, present);
            return fail("column_unknown", "there is no column \"" + name + "\"",
                        near ? "did you mean \"" + *near + "\"?" : "the columns are " + base::join(present, ", "));
        }
        indices.push_back(index);
    }
    return indices;
}

Result<std::vector<int>> textColumns(const arrow::Schema& schema, const std::vector<std::string>& names) {
    if (names.empty()) {
        std::vector<int> all;
        for (int i = 0; i < schema.num_fields(); ++i)
            if (schema.field(i)->type()->id() == arrow::Type::STRING) all.push_back(i);
        return all;
    }
    ANNEAL_TRY(indices, columnIndices(schema, names));
    for (const int index : indices)
        if (schema.field(index)->type()->id() != arrow::Type::STRING)
            return fail("column_type",
                        "column \"" + schema.field(index)->name() + "\" holds " + typeName(*schema.field(index)) + ", not text",
                        "name columns that hold text");
    return indices;
}

Result<Edit> editTexts(const Batch& batch, const std::vector<int>& columns, const TextEdit& edit) {
    Edit result;
    result.rows = batch.rows;
    std::vector<bool> changed(std::size_t(batch.rows->num_rows()), false);
    for (const int index : columns) {
        if (batch.rows->num_rows() == 0) break;
        const auto& values = static_cast<const arrow::StringArray&>(*batch.rows->column(index)->chunk(0));
        ANNEAL_TRY(edited, editColumn(values, isJson(*batch.rows->field(index)), edit, changed));
        if (!edited) continue;
        ANNEAL_TRY(rows, checked(result.rows->SetColumn(index, result.rows->field(index), std::make_shared<arrow::ChunkedArray>(edited)),
                                 "clean"));
        result.rows = rows;
    }
    result.changed = std::count(changed.begin(), changed.end(), true);
    return result;
}

void visitTexts(const arrow::Table& rows, int column, std::int64_t row, const std::function<void(std::string_view)>& visit) {
    const auto& values = *rows.column(column)->chunk(0);
    if (values.IsNull(row)) return;
    if (values.type_id() != arrow::Type::STRING) {
        std::string text;
        appendPlain(text, values, row);
        visit(text);
        return;
    }
    const auto text = stringAt(values, row);
    if (!isJson(*rows.field(column))) {
        visit(text);
        return;
    }
    const auto value = OrderedJson::parse(text, nullptr, false);
    if (!value.is_discarded()) visitJson(value, visit);
}

std::int64_t characterCount(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

std::int64_t valueLength(const arrow::Table& rows, int column, std::int64_t row) {
    std::int64_t length = 0;
    visitTexts(rows, column, row, [&](std::string_view text) { length += characterCount(text); });
    return length;
}

Status TextEditStep::bind(const arrow::Schema& schema, const Mapping&) {
    ANNEAL_TRY(columns, textColumns(schema, columnNames_));
    columns_ = columns;
    return {};
}

Result<Edit> TextEditStep::apply(const Batch& batch) const {
    return editTexts(batch, columns_, [this](std::string_view text, std::string& out) { return edit(text, out); });
}

}  // namespace anneal::data
