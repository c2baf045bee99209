#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"

namespace anneal::text {

/// The files of a model folder that Tokenizer::load and ChatTemplate::ofModel read, as far as they are there, always in the same
/// order.
std::vector<std::filesystem::path> tokenizerFiles(const std::filesystem::path& folder);

/// Puts them into another folder; what is there under the same names is replaced. Errors: "write_failed", "disk_full".
Status copyTokenizer(const std::filesystem::path& from, const std::filesystem::path& to);

/// Of their contents; of a path to one file, of that file.
Result<std::string> hashTokenizer(const std::filesystem::path& folderOrFile);

}  // namespace anneal::text
