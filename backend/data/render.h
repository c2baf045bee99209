#pragma once
// One value of an Arrow array as JSON text or as plain text.

#include <cstdint>
#include <string>
#include <string_view>

#include <arrow/type_fwd.h>

namespace anneal::data {

void appendJsonString(std::string& out, std::string_view text);
/// Shortest text that reads back as the same double, always with a point or an exponent; "null" where JSON has no number.
void appendReal(std::string& out, double value);
void appendReal(std::string& out, float value);

/// Null as `null`; `json`: the array holds JSON text, written as it is. Dates, times and decimals as strings, binary as
/// base64, maps with text keys as objects.
void appendJson(std::string& out, const arrow::Array& array, std::int64_t index, bool json = false);

/// As a CSV cell shows it: strings bare, everything else as appendJson; null is empty.
void appendPlain(std::string& out, const arrow::Array& array, std::int64_t index);

/// The bytes of a string or binary value; empty for a null.
std::string_view stringAt(const arrow::Array& array, std::int64_t index);

}  // namespace anneal::data
