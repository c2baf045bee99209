#pragma once
// manifest.json of a data set: what it holds, where it came from, and the hashes that prove it.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "data/column_summary.h"
#include "data/shape.h"

namespace anneal::data {

struct ManifestColumn {
    std::string name;
    std::string type;  ///< as typeName() says
    std::int64_t nulls = 0;
    bool optional = false;  ///< rows without a value lacked the key itself: export leaves it out too
    std::optional<ColumnSummary> summary = {};
    bool operator==(const ManifestColumn&) const = default;
};

struct ManifestFile {
    std::string name;  ///< "part-00000.parquet"
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    std::string sha256;
};

struct Manifest {
    std::vector<ManifestColumn> columns;
    std::int64_t rows = 0;
    std::int64_t rejected = 0;  ///< rows in rejected.jsonl
    Mapping mapping;
    double confidence = 1;  ///< of the detected shape
    std::vector<ManifestFile> files;
    std::string hash;        ///< over the files' hashes and the columns, in order
    OrderedJson provenance;  ///< {"source","format","sha256"…} or {"dataset","dataset_hash","recipe"…}

    /// Computes `hash` from the rest.
    void seal();
    std::vector<std::string> columnNames() const;
};

OrderedJson toJson(const Manifest& manifest);
/// Errors: "manifest_invalid".
Result<Manifest> readManifest(const std::filesystem::path& folder);
Status writeManifest(const Manifest& manifest, const std::filesystem::path& folder);

}  // namespace anneal::data
