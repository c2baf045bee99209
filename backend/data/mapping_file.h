#pragma once
// A mapping kept in a file, to be used again on other data: JSON or YAML with shape, columns and tags.

#include <filesystem>

#include "data/shape.h"

namespace anneal::data {

/// Errors: "file_not_found", "mapping_invalid", "shape_unknown", "yaml_invalid".
Result<Mapping> readMapping(const std::filesystem::path& file);
/// YAML, or JSON where the name says so.
Status writeMapping(const Mapping& mapping, const std::filesystem::path& file);

}  // namespace anneal::data
