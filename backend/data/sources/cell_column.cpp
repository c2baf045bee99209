#include "data/sources/cell_column.h"

#include <stdexcept>

#include <arrow/array.h>
#include <arrow/type.h>

#include "data/sources/cell.h"

namespace anneal::data {
namespace {

// Builders fail only when out of memory or past 2 GB in one block; neither is a row's fault.
void must(const arrow::Status& status) {
    if (!status.ok()) throw std::runtime_error(status.ToString());
}

}  // namespace

CellColumn::CellColumn(std::string name, ColumnType type, char decimal) : name_(std::move(name)), type_(type), decimal_(decimal) {
    if (type_ != ColumnType::null) must(arrow::MakeBuilder(arrow::default_memory_pool(), makeField(name_, type_)->type(), &builder_));
}

void CellColumn::appendNull() {
    if (builder_)
        must(builder_->AppendNull());
    else
        ++nulls_;
}

void CellColumn::append(std::string_view cell, bool quoted) {
    if (restart_) return;
    if (type_ == ColumnType::text) {
        if (cell.empty() && !quoted)
            appendNull();
        else
            must(static_cast<arrow::StringBuilder&>(*builder_).Append(cell));
        return;
    }
    if (cell.empty()) {
        words_ |= quoted;
        appendNull();
        return;
    }
    if (appendTyped(cell)) return;
    if (isMissing(cell)) {
        words_ = true;
        appendNull();
        return;
    }
    widen(typeOfCell(cell, decimal_));
    if (!restart_) append(cell, quoted);
}

void CellColumn::appendText(std::string_view text) {
    if (restart_) return;
    if (type_ != ColumnType::text) widen(ColumnType::text);
    if (!restart_) must(static_cast<arrow::StringBuilder&>(*builder_).Append(text));
}

bool CellColumn::appendTyped(std::string_view cell) {
    const auto put = [&]<class Builder>(Builder* builder, const auto& value) {
        if (value) must(builder->Append(*value));
        return bool(value);
    };
    auto* builder = builder_.get();
    switch (type_) {
        case ColumnType::boolean: return put(static_cast<arrow::BooleanBuilder*>(builder), booleanOf(cell));
        case ColumnType::integer: return put(static_cast<arrow::Int64Builder*>(builder), integerOf(cell));
        case ColumnType::real: return put(static_cast<arrow::DoubleBuilder*>(builder), realOf(cell, decimal_));
        case ColumnType::date: return put(static_cast<arrow::Date32Builder*>(builder), dateOf(cell));
        case ColumnType::timestamp: return put(static_cast<arrow::TimestampBuilder*>(builder), timestampOf(cell));
        default: return false;
    }
}

void CellColumn::widen(ColumnType seen) {
    const auto wanted = join(type_, seen, Conflict::toText);
    const bool lossless = type_ == ColumnType::null ? !(words_ && wanted == ColumnType::text) : wanted != ColumnType::text;
    if (!lossless) {
        type_ = ColumnType::text;
        restart_ = true;
        builder_.reset();
        return;
    }
    std::unique_ptr<arrow::ArrayBuilder> wider;
    must(arrow::MakeBuilder(arrow::default_memory_pool(), makeField(name_, wanted)->type(), &wider));
    if (builder_) {
        // Integers among reals, the only types of a table that widen into one another.
        std::shared_ptr<arrow::Array> old;
        must(builder_->Finish(&old));
        const auto& integers = static_cast<const arrow::Int64Array&>(*old);
        auto& reals = static_cast<arrow::DoubleBuilder&>(*wider);
        for (std::int64_t i = 0; i < integers.length(); ++i)
            must(integers.IsNull(i) ? reals.AppendNull() : reals.Append(double(integers.Value(i))));
    }
    must(wider->AppendNulls(nulls_));
    nulls_ = 0;
    builder_ = std::move(wider);
    type_ = wanted;
}

std::shared_ptr<arrow::Array> CellColumn::finish() {
    if (type_ == ColumnType::null) return std::make_shared<arrow::NullArray>(nulls_);
    std::shared_ptr<arrow::Array> array;
    must(builder_->Finish(&array));
    return array;
}

}  // namespace anneal::data
