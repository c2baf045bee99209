#pragma once
// One opener a format; the table in format.cpp lists them.

#include "data/sources/source.h"

namespace anneal::data {

using Opened = Result<std::unique_ptr<Source>>;

/// `namedLines`: the name says JSON-lines, so that a damaged first line does not make it something else.
Opened openJson(const std::filesystem::path& file, const SourceOptions& options, bool namedLines);
Opened openCsv(const std::filesystem::path& file, const SourceOptions& options, bool tabs);
Opened openText(const std::filesystem::path& file, const SourceOptions& options);
Opened openFixedWidth(const std::filesystem::path& file, const SourceOptions& options);
Opened openConll(const std::filesystem::path& file, const SourceOptions& options);
Opened openParquet(const std::filesystem::path& file, const SourceOptions& options);
Opened openArrow(const std::filesystem::path& file, const SourceOptions& options);
Opened openExcel(const std::filesystem::path& file, const SourceOptions& options);

}  // namespace anneal::data
