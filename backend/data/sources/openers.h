#pragma once
// One opener a format; openSource chooses among them.

#include "data/sources/source.h"

namespace anneal::data {

/// `namedLines`: the name says JSON-lines, so that a damaged first line does not make it something else.
Result<std::unique_ptr<Source>> openJson(const std::filesystem::path& file, const SourceOptions& options, bool namedLines);
Result<std::unique_ptr<Source>> openCsv(const std::filesystem::path& file, const SourceOptions& options, bool tabs);
Result<std::unique_ptr<Source>> openText(const std::filesystem::path& file, const SourceOptions& options);
Result<std::unique_ptr<Source>> openParquet(const std::filesystem::path& file, const SourceOptions& options);

}  // namespace anneal::data
