#pragma once
// The values of Arrow's columns as keys and as numbers.

#include <functional>
#include <memory>
#include <vector>

#include <arrow/array.h>

#include "base/result.h"
#include "data/features/key_table.h"
#include "data/features/kind.h"

namespace anneal::data::features {

/// Row by row: an int64_t, a string_view, or nothing where there is no value. False for a type that is no key.
template <class Number, class Text, class Nothing>
bool eachKey(const arrow::Array& array, const Number& number, const Text& text, const Nothing& nothing) {
    const auto visit = [&](const auto& typed, const auto& take) {
        for (std::int64_t row = 0; row < typed.length(); ++row) {
            if (typed.IsNull(row))
                nothing(row);
            else
                take(row, typed.GetView(row));
        }
        return true;
    };
    const auto whole = [&](std::int64_t row, auto value) { number(row, std::int64_t(value)); };
    switch (array.type_id()) {
        case arrow::Type::INT8: return visit(static_cast<const arrow::Int8Array&>(array), whole);
        case arrow::Type::INT16: return visit(static_cast<const arrow::Int16Array&>(array), whole);
        case arrow::Type::INT32: return visit(static_cast<const arrow::Int32Array&>(array), whole);
        case arrow::Type::INT64: return visit(static_cast<const arrow::Int64Array&>(array), whole);
        case arrow::Type::UINT8: return visit(static_cast<const arrow::UInt8Array&>(array), whole);
        case arrow::Type::UINT16: return visit(static_cast<const arrow::UInt16Array&>(array), whole);
        case arrow::Type::UINT32: return visit(static_cast<const arrow::UInt32Array&>(array), whole);
        case arrow::Type::DATE32: return visit(static_cast<const arrow::Date32Array&>(array), whole);
        case arrow::Type::DATE64: return visit(static_cast<const arrow::Date64Array&>(array), whole);
        case arrow::Type::TIMESTAMP: return visit(static_cast<const arrow::TimestampArray&>(array), whole);
        case arrow::Type::STRING: return visit(static_cast<const arrow::StringArray&>(array), text);
        case arrow::Type::LARGE_STRING: return visit(static_cast<const arrow::LargeStringArray&>(array), text);
        default: return false;
    }
}

/// A column in the making.
class ColumnBuilder {
public:
    explicit ColumnBuilder(Meaning meaning) : meaning_(meaning) {}
    /// Errors: "number_too_large" beyond 2^53, where doubles have gaps; "column_type".
    Status append(const arrow::Array& array);
    /// Values as Primitive has them. Texts are places in `words`, in their order where the column is a category.
    std::vector<double> finish(std::shared_ptr<const TextList>& words);

private:
    Meaning meaning_;
    std::vector<double> values_;
    KeyTable words_;
};

/// Microseconds since 1970 of dates and moments, NaN where there are none. False for another type.
bool appendTimes(const arrow::Array& array, std::vector<double>& out);

}  // namespace anneal::data::features
