#pragma once
// LLaMA-Factory's dataset_info.json: names for files and how their columns are mapped. And: what a name in RUN.yaml means.

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "data/dataset.h"
#include "data/import.h"

namespace anneal::data {

struct NamedData {
    std::filesystem::path file;       ///< or a folder
    std::optional<Mapping> mapping;   ///< nothing: detected from the rows
    std::int64_t rows = 0;            ///< num_samples: so many of the first; 0: all
    std::filesystem::path mediaRoot;  ///< where LLaMA-Factory looks for images and audio
};

/// In a folder, subset means the folder of that name within, and split the files whose names begin or end with it.
/// Errors: "dataset_not_found" (suggests the nearest name), "dataset_remote" (only a hub address is given), "dataset_info_invalid".
Result<NamedData> findInDatasetInfo(const std::filesystem::path& infoFile, const std::string& name);

/// The names in a dataset_info.json. Error "dataset_info_invalid".
Result<std::vector<std::string>> namesInDatasetInfo(const std::filesystem::path& infoFile);

/// What `dataset:` and --data take: a data set's folder, an imported id, a file that import understands, or a name in
/// `datasetDir`/dataset_info.json. A file is imported into the cache once; the next call finds it by size and time.
Result<Dataset> openData(const std::string& what, const std::filesystem::path& datasetDir = {}, const base::ProgressFunction& progress = {},
                         const base::StopToken& stop = {});

}  // namespace anneal::data
