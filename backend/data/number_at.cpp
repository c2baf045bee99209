#include "data/number_at.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/type.h>
#include <arrow/visit_type_inline.h>

#include "data/arrow_result.h"
#include "data/render.h"

namespace anneal::data {
namespace {

template <class Type>
constexpr bool kPlainNumber =
    arrow::is_integer_type<Type>::value || std::is_same_v<Type, arrow::FloatType> || std::is_same_v<Type, arrow::DoubleType>;

struct NumberReader {
    const arrow::Array& values;
    std::int64_t row;
    std::optional<double> number;

    template <class Type>
    arrow::Status Visit(const Type&) {
        if constexpr (kPlainNumber<Type>)
            number = double(static_cast<const typename arrow::TypeTraits<Type>::ArrayType&>(values).Value(row));
        return arrow::Status::OK();
    }
};

struct Clipper {
    const arrow::Array& values;
    double lowest, highest;
    std::shared_ptr<arrow::Array> clipped;

    template <class Type>
    arrow::Status Visit(const Type&) {
        if constexpr (kPlainNumber<Type>) {
            using Value = typename Type::c_type;
            const auto& numbers = static_cast<const typename arrow::TypeTraits<Type>::ArrayType&>(values);
            const auto inside = [&](double bound, bool low) {
                return std::is_integral_v<Value> ? Value(low ? std::ceil(bound) : std::floor(bound)) : Value(bound);
            };
            typename arrow::TypeTraits<Type>::BuilderType builder;
            bool any = false;
            for (std::int64_t row = 0; row < numbers.length(); ++row) {
                if (numbers.IsNull(row)) {
                    ARROW_RETURN_NOT_OK(builder.AppendNull());
                    continue;
                }
                auto value = numbers.Value(row);
                const bool below = double(value)<lowest, above = double(value)> highest;
                if (below) value = inside(lowest, true);
                if (above) value = inside(highest, false);
                any = any || below || above;
                ARROW_RETURN_NOT_OK(builder.Append(value));
            }
            if (any) return builder.Finish(&clipped);
        }
        return arrow::Status::OK();
    }
};

}  // namespace

std::optional<double> numberAt(const arrow::Array& values, std::int64_t row) {
    if (values.IsNull(row)) return {};
    NumberReader reader{values, row, {}};
    return arrow::VisitTypeInline(*values.type(), &reader).ok() ? reader.number : std::nullopt;
}

std::optional<NumberUnit> numberUnit(const arrow::DataType& type) {
    if (arrow::is_integer(type.id()) || arrow::is_floating(type.id()) || arrow::is_decimal(type.id())) return NumberUnit{"value"};
    if (type.id() == arrow::Type::DATE32) return NumberUnit{"days"};
    if (type.id() != arrow::Type::TIMESTAMP) return {};
    static constexpr double seconds[] = {1, 1e-3, 1e-6, 1e-9};
    return NumberUnit{"seconds", seconds[int(static_cast<const arrow::TimestampType&>(type).unit())]};
}

std::optional<double> measureAt(const arrow::Array& values, std::int64_t row) {
    if (values.IsNull(row)) return {};
    if (values.type_id() == arrow::Type::DATE32) return double(static_cast<const arrow::Date32Array&>(values).Value(row));
    if (values.type_id() == arrow::Type::TIMESTAMP)
        return double(static_cast<const arrow::TimestampArray&>(values).Value(row)) * numberUnit(*values.type())->scale;
    if (!arrow::is_decimal(values.type_id())) return numberAt(values, row);
    std::string text;
    appendPlain(text, values, row);
    return std::strtod(text.c_str(), nullptr);
}

Result<std::shared_ptr<arrow::Array>> clippedNumbers(const arrow::Array& values, double lowest, double highest) {
    Clipper clipper{values, lowest, highest, nullptr};
    ANNEAL_CHECK(checked(arrow::VisitTypeInline(*values.type(), &clipper), "clean"));
    return clipper.clipped;
}

}  // namespace anneal::data
