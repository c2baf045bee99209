#pragma once
// The numbers in an Arrow array of any number type.

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include <arrow/type_fwd.h>

#include "base/result.h"

namespace anneal::data {

/// Nothing for a null and for a type that holds no numbers.
std::optional<double> numberAt(const arrow::Array& values, std::int64_t row);

struct NumberUnit {
    std::string_view name;  ///< "value"; of dates "days", of times "seconds" since 1970
    double scale = 1;       ///< how much one of the type's own units is
};
/// Nothing for types that neither hold numbers nor can be counted as such.
std::optional<NumberUnit> numberUnit(const arrow::DataType& type);
/// The value in numberUnit's unit; nothing for a null and for other types.
std::optional<double> measureAt(const arrow::Array& values, std::int64_t row);

/// The array with numbers outside the bounds brought to the nearest one within (of integers the next whole number inside); null if
/// none is outside.
Result<std::shared_ptr<arrow::Array>> clippedNumbers(const arrow::Array& values, double lowest, double highest);

}  // namespace anneal::data
