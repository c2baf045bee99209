#pragma once
// A data set on disk: a folder of Parquet part files, manifest.json, rejected.jsonl, and DONE once it is whole.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/files.h"
#include "base/result.h"
#include "data/manifest.h"

namespace anneal::data {

class Dataset {
public:
    /// Errors: "dataset_not_found", "dataset_incomplete" (no DONE), "manifest_invalid".
    static Result<Dataset> open(const std::filesystem::path& folder);

    const std::filesystem::path& path() const { return path_; }
    const Manifest& manifest() const { return manifest_; }
    std::size_t parts() const { return manifest_.files.size(); }
    /// One part's rows. Any thread.
    Result<std::shared_ptr<arrow::Table>> readPart(std::size_t index) const;
    Result<std::shared_ptr<arrow::Schema>> schema() const;
    /// Part by part in order; false from `visit` ends it.
    Status forEachPart(const std::function<Result<bool>(const arrow::Table& table, std::int64_t firstRow)>& visit) const;
    /// Compares every file with its hash. Error "dataset_damaged" names the file.
    Status verify() const;
    bool optional(const std::string& column) const;

private:
    std::filesystem::path path_;
    Manifest manifest_;
};

/// Where imported data sets live: dataHome()/datasets.
std::filesystem::path datasetsHome();
/// A folder for a new data set called after `stem`: the first of stem, stem-2, … that is free.
std::filesystem::path newDatasetFolder(const std::string& stem);
/// The folder that a path or an imported id means. Error "dataset_not_found" suggests the nearest id.
Result<std::filesystem::path> findDataset(const std::string& pathOrId);

struct WrittenPart {
    ManifestFile file;
    std::vector<std::int64_t> nulls;  ///< a column
};

/// Writes a data set aside and puts it in place whole.
class DatasetWriter {
public:
    /// Error "already_exists" unless `replace`.
    static Result<DatasetWriter> create(const std::filesystem::path& target, bool replace = false);

    const std::filesystem::path& staging() const { return staged_.path(); }
    const std::filesystem::path& target() const { return target_; }
    /// Writes one Parquet file (zstd) and hashes it. Any thread; `index` names the file and may be written again.
    Result<WrittenPart> write(std::size_t index, const arrow::Table& table) const;
    /// Parts in their order, those without rows left out; `manifest` brings mapping, provenance, rejected and which columns are
    /// optional, `summaries` (one a column of `schema`, or none) what the columns hold.
    Result<Manifest> commit(const arrow::Schema& schema, const std::vector<WrittenPart>& parts, Manifest manifest,
                            std::vector<ColumnSummary> summaries);

private:
    DatasetWriter(std::filesystem::path target, base::StagedDirectory staged, bool replace);
    std::filesystem::path target_;
    base::StagedDirectory staged_;
    bool replace_;
};

}  // namespace anneal::data
