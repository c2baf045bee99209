#pragma once
// The numbers in an Arrow array of any number type.

#include <cstdint>
#include <memory>
#include <optional>

#include <arrow/type_fwd.h>

#include "base/result.h"

namespace anneal::data {

/// Nothing for a null and for a type that holds no numbers.
std::optional<double> numberAt(const arrow::Array& values, std::int64_t row);

/// The array with numbers outside the bounds brought to the nearest one within (of integers the next whole number inside); null if
/// none is outside.
Result<std::shared_ptr<arrow::Array>> clippedNumbers(const arrow::Array& values, double lowest, double highest);

}  // namespace anneal::data
