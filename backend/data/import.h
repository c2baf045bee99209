#pragma once
// A file of people's rows becomes a data set.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "data/dataset.h"
#include "data/shape.h"
#include "data/sources/source.h"

namespace anneal::data {

struct ImportOptions {
    std::filesystem::path source;
    std::filesystem::path out;  ///< empty: a new folder in datasetsHome()
    SourceOptions reading;
    std::optional<Shape> shape;                  ///< over what is detected
    std::map<std::string, std::string> columns;  ///< part → column, over what is detected
    std::optional<Mapping> mapping;              ///< instead of what is detected
    std::filesystem::path mediaRoot;  ///< below it rows' images and audio must be, else the rows are rejected; empty: looked for beside the
                                      ///< source, and counted
    std::int64_t rows = 0;            ///< so many of the first; 0: all
    bool replace = false;
    int threads = 0;  ///< 0: all cores
};

struct ImportReport {
    std::filesystem::path dataset;
    Manifest manifest;
    std::vector<Rejection> rejected;  ///< the first thousand; all are in rejected.jsonl
    OrderedJson reasons;              ///< [{"reason","count"}], most frequent first
    std::vector<std::string> warnings;
};

/// Bad rows are rejected one by one with row, line and reason; the others are kept. The same file gives the same data set
/// on any number of threads. Errors: those of openSource, "no_rows", "column_unknown", "already_exists", "disk_full", "stopped".
Result<ImportReport> importDataset(const ImportOptions& options, const base::ProgressFunction& progress = {},
                                   const base::StopToken& stop = {});

/// Values of the first rows, for detectShape and previews.
std::vector<ColumnSample> sampleColumns(const arrow::Table& table, std::size_t rows = 256);

}  // namespace anneal::data
