#pragma once
// The files that a path means: itself, a folder's, a pattern's, an archive's.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/scratch_folder.h"
#include "data/sources/source.h"

namespace anneal::data {

struct ListedFile {
    std::filesystem::path path;  ///< where its bytes are
    std::string name;            ///< relative to what was asked for, "archive.zip/rows.csv" within one
};

struct FileList {
    std::vector<ListedFile> files;                  ///< in the order of their names
    bool several = false;                           ///< asked for as several, even if there is one
    std::shared_ptr<base::ScratchFolder> unpacked;  ///< holds what came out of archives
};

/// Folders are looked through with all below them for files whose names say a format; * ? [ ] match within a name and ** across
/// folders. Zip archives, and compressed files of formats that need their end first (Parquet, Excel), are unpacked.
/// Errors: "file_not_found", "no_files", "data_unreadable", "unpack_limit", "disk_full", "stopped".
Result<FileList> listFiles(const std::filesystem::path& what, const SourceOptions& options);

}  // namespace anneal::data
