#pragma once
// A data set's rows as one file again: in order, exactly.

#include <filesystem>
#include <string>

#include "base/result.h"
#include "base/stop_token.h"
#include "data/dataset.h"

namespace anneal::data {

enum class ExportFormat { jsonl, csv, parquet };
Result<ExportFormat> parseExportFormat(std::string_view name);

/// Written aside and renamed. JSON-lines leave out the keys that the source left out; CSV tells null (empty) from "" (quoted);
/// Parquet keeps nested columns as JSON text, marked so in the schema.
Status exportDataset(const Dataset& dataset, ExportFormat format, const std::filesystem::path& file,
                     const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

/// Rows `begin` … `begin + count` (from 0) as JSON objects.
Result<std::vector<OrderedJson>> headRows(const Dataset& dataset, std::int64_t begin, std::int64_t count);

}  // namespace anneal::data
