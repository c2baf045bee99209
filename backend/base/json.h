#pragma once
// JSON values and reading them from people's files with the place of the mistake.

#include <filesystem>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/result.h"

namespace anneal::base {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// Parses one document. Error "json_invalid" with line and column. Never throws.
Result<Json> parseJson(std::string_view text);
/// Reads and parses a file. Errors name the file. A UTF-8 byte order mark is skipped.
Result<Json> readJson(const std::filesystem::path& file);
/// Compact text; invalid UTF-8 in strings is replaced by U+FFFD rather than thrown upon.
std::string dumpJson(const Json& value, int indent = -1);
std::string dumpJson(const OrderedJson& value, int indent = -1);

}  // namespace anneal::base

namespace anneal {
using base::Json;
using base::OrderedJson;
}  // namespace anneal
