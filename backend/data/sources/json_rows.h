#pragma once
// JSON rows: one a line, or the values of an array or of a stream of documents.

#include <string>
#include <string_view>

#include "data/sources/json_columns.h"
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
enum class JsonLayout {
    lines,
    array,
    members,    ///< of one object: {"id1": {…}, "id2": {…}}
    documents,  ///< one after another, each over any number of lines
    table,      ///< one object of columns: {"a": [1, 2], "b": [3, 4]}
};

struct JsonReading {
    JsonLayout layout = JsonLayout::lines;
    std::size_t skip = 0;       ///< bytes before the first row
    bool insideObject = false;  ///< the array is a member of an object
    bool anyValue = false;      ///< rows need not be objects
    JsonRules rules;
};

/// Where the member that begins at `text[at]` (its key) has its value; npos if it has none.
std::size_t memberValue(std::string_view text, std::size_t at);

Parsed parseJson(const Block& block, const arrow::Schema& expected, const JsonReading& reading);

/// For TextInput's Cut: after the last whole value (and comma) of the text, whose first `skip` bytes are none.
std::size_t cutAtValue(std::string_view text, std::size_t skip, bool members, bool atEnd);

}  // namespace anneal::data
