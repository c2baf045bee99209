#pragma once
// JSON rows: one a line, or the values of an array or of a stream of documents.

#include <string>
#include <string_view>

#include "data/sources/source.h"

namespace anneal::data {

/// Where the value that begins at `text[begin]` ends, judged by brackets and quotes alone; npos if it does not end.
std::size_t endOfValue(std::string_view text, std::size_t begin);
std::size_t skipSpace(std::string_view text, std::size_t begin);

/// One complete JSON value and nothing else.
bool isJsonDocument(std::string_view text);
/// Why `text` is not one JSON value.
std::string jsonMistake(std::string_view text, const std::string& otherwise);

/// How the rows stand in the text.
enum class JsonLayout { lines, array, documents };

Parsed parseJsonLines(const Block& block, const arrow::Schema& expected, bool anyValue);
/// In an array values stand between commas up to the closing bracket; after it nothing, or the rest of the object around it.
Parsed parseJsonValues(const Block& block, const arrow::Schema& expected, JsonLayout layout, bool anyValue, bool insideObject);

/// For TextInput's Cut: after the last whole value (and comma) of the text, whose first `skip` bytes are none.
std::size_t cutAtValue(std::string_view text, std::size_t skip, bool atEnd);

}  // namespace anneal::data
