#include "data/sources/json_columns.h"

#include <cmath>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/render.h"

namespace anneal::data {
namespace {

constexpr std::int64_t kExactInteger = std::int64_t(1) << 53;  // doubles hold every integer up to here

bool exactAsReal(std::int64_t value) { return value >= -kExactInteger && value <= kExactInteger; }

ColumnType typeOf(const simdjson::dom::element& value) {
    using simdjson::dom::element_type;
    switch (value.type()) {
        case element_type::STRING: return ColumnType::text;
        case element_type::INT64: return ColumnType::integer;
        case element_type::DOUBLE: return ColumnType::real;
        case element_type::BOOL: return ColumnType::boolean;
        case element_type::NULL_VALUE: return ColumnType::null;
        default: return ColumnType::json;  // also integers above int64
    }
}

// Builders fail only when out of memory or past 2 GB in one block; neither is a row's fault.
void must(const arrow::Status& status) {
    if (!status.ok()) throw std::runtime_error(status.ToString());
}

}  // namespace

JsonColumn::JsonColumn(std::string name, ColumnType type) : name_(std::move(name)), type_(type) {
    must(arrow::MakeBuilder(arrow::default_memory_pool(), makeField(name_, type_)->type(), &builder_));
}

void JsonColumn::appendNulls(std::int64_t count) {
    if (count > 0) must(builder_->AppendNulls(count));
}

void JsonColumn::append(const simdjson::dom::element& value) {
    const auto seen = typeOf(value);
    if (seen == ColumnType::null) {
        must(builder_->AppendNull());
        return;
    }
    auto wanted = join(type_, seen, Conflict::toJson);
    if (wanted == ColumnType::real && seen == ColumnType::integer && !exactAsReal(value.get_int64().value_unsafe()))
        wanted = ColumnType::json;
    if (wanted != type_) widen(wanted);
    switch (type_) {
        case ColumnType::boolean: must(static_cast<arrow::BooleanBuilder&>(*builder_).Append(value.get_bool().value_unsafe())); break;
        case ColumnType::integer: must(static_cast<arrow::Int64Builder&>(*builder_).Append(value.get_int64().value_unsafe())); break;
        case ColumnType::real: must(static_cast<arrow::DoubleBuilder&>(*builder_).Append(value.get_double().value_unsafe())); break;
        case ColumnType::text: must(static_cast<arrow::StringBuilder&>(*builder_).Append(value.get_string().value_unsafe())); break;
        default: must(static_cast<arrow::StringBuilder&>(*builder_).Append(simdjson::minify(value)));
    }
}

void JsonColumn::widen(ColumnType type) {
    std::shared_ptr<arrow::Array> old;
    must(builder_->Finish(&old));
    if (type == ColumnType::real && type_ == ColumnType::integer) {
        const auto& integers = static_cast<const arrow::Int64Array&>(*old);
        for (std::int64_t i = 0; i < old->length(); ++i)
            if (old->IsValid(i) && !exactAsReal(integers.Value(i))) type = ColumnType::json;
    }
    must(arrow::MakeBuilder(arrow::default_memory_pool(), makeField(name_, type)->type(), &builder_));
    std::string text;
    for (std::int64_t i = 0; i < old->length(); ++i) {
        if (old->IsNull(i)) {
            must(builder_->AppendNull());
        } else if (type == ColumnType::real) {
            must(static_cast<arrow::DoubleBuilder&>(*builder_).Append(double(static_cast<const arrow::Int64Array&>(*old).Value(i))));
        } else {
            text.clear();
            appendJson(text, *old, i);
            must(static_cast<arrow::StringBuilder&>(*builder_).Append(text));
        }
    }
    type_ = type;
}

std::shared_ptr<arrow::Array> JsonColumn::finish() {
    std::shared_ptr<arrow::Array> array;
    must(builder_->Finish(&array));
    return array;
}

JsonColumns::JsonColumns(const arrow::Schema& expected) {
    for (const auto& field : expected.fields()) find(field->name(), columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i] = JsonColumn(columns_[i].name(), columnType(*expected.field(int(i))));
}

std::size_t JsonColumns::find(std::string_view key, std::size_t guess) {
    if (guess < columns_.size() && columns_[guess].name() == key) return guess;
    const auto [found, fresh] = index_.emplace(std::string(key), columns_.size());
    if (fresh) {
        columns_.emplace_back(std::string(key), ColumnType::null);
        cells_.emplace_back();
    }
    return found->second;
}

void JsonColumns::add(const simdjson::dom::element& row) {
    std::size_t guess = 0;
    if (row.is_object()) {
        const simdjson::dom::object object = row;
        for (const auto [key, value] : object) {
            const auto column = find(key, guess);
            cells_[column] = {value, rows_};
            guess = column + 1;
        }
    } else {
        cells_[find("value", 0)] = {row, rows_};
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (cells_[i].row != rows_) continue;  // left out: filled in when the next value comes
        auto& column = columns_[i];
        column.appendNulls(rows_ - column.length());
        column.append(cells_[i].value);
        if (cells_[i].value.is_null()) nulls_.insert(column.name());
    }
    ++rows_;
}

std::shared_ptr<arrow::Table> JsonColumns::finish() {
    arrow::FieldVector fields;
    arrow::ArrayVector arrays;
    for (auto& column : columns_) {
        column.appendNulls(rows_ - column.length());
        fields.push_back(makeField(column.name(), column.type()));
        arrays.push_back(column.finish());
    }
    return arrow::Table::Make(arrow::schema(fields), arrays, rows_);
}

}  // namespace anneal::data
