#pragma once
// YAML as people write it, read into the same values as JSON (YAML 1.2 core schema: yes/no stay text, 1e-4 is a number).

#include <filesystem>
#include <string>
#include <string_view>

#include "base/json.h"

namespace anneal::base {

/// Error "yaml_invalid" with line and column. Key order is kept; a key given twice is an error.
Result<OrderedJson> parseYaml(std::string_view text);
Result<OrderedJson> readYaml(const std::filesystem::path& file);
/// The value of one scalar as YAML's core schema reads it: "true", "3", "1e-4", "null", else text (for --set key=value).
OrderedJson parseYamlScalar(std::string_view text);
std::string dumpYaml(const OrderedJson& value);

}  // namespace anneal::base
