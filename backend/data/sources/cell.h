#pragma once
// What the text of a table's cell can be.

#include <cstdint>
#include <optional>
#include <string_view>

#include "data/schema.h"

namespace anneal::data {

/// Written as an integer would be: no sign but minus, no leading zeros, within int64.
std::optional<std::int64_t> integerOf(std::string_view text);
/// A decimal number that a double holds as written; `decimal` is its point. 007 is a name, not a number.
std::optional<double> realOf(std::string_view text, char decimal = '.');
std::optional<bool> booleanOf(std::string_view text);
/// Days since 1970 of "2014-03-08".
std::optional<std::int32_t> dateOf(std::string_view text);
/// Microseconds since 1970 of "2014-03-08 12:30:00", "2014-03-08T12:30:00.25"; no time zone.
std::optional<std::int64_t> timestampOf(std::string_view text);
/// What tables write for a missing value.
bool isMissing(std::string_view text);
/// The narrowest type that holds it; null where it is missing.
ColumnType typeOfCell(std::string_view text, char decimal = '.');

}  // namespace anneal::data
