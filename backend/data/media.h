#pragma once
// Images and audio that rows name, and whether they are there.

#include <atomic>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/manifest.h"
#include "data/shape.h"
#include "data/sources/source.h"

namespace anneal::data {

/// Columns that hold paths of media by the mapping: parts images, audios, videos.
std::vector<std::string> mediaColumns(const Mapping& mapping);

/// Addresses and embedded data are no files.
bool isRemote(std::string_view reference);

/// The folder below which a data set's relative references lie, as its import or that of the data set it was made from says.
std::filesystem::path mediaRoot(const Manifest& manifest);

/// A cell that names media (a path, a list, objects with a path) with each reference replaced by what `replace` gives; its error
/// else. `json`: the cell holds JSON.
Result<std::string> replaceReferences(std::string_view cell, bool json,
                                      const std::function<Result<std::string>(const std::string& reference)>& replace);

/// Looks for the files that rows name, below one folder. Any thread.
class MediaFinder {
public:
    /// `reject`: rows that name a missing file are rejected; else they are kept and counted.
    MediaFinder(std::filesystem::path root, std::vector<std::string> columns, bool reject);
    /// Takes rejected rows out of what was parsed. Rejected rows count from the block's start as the parser's do.
    Status check(Parsed& parsed);

    /// "12 files that rows name were not found below FOLDER, e.g. images/1.jpg"; nothing where all were.
    std::vector<std::string> warnings() const;
    std::int64_t found() const { return found_; }

private:
    /// The first of the row's files that is missing.
    std::string missing(const arrow::Table& table, const std::vector<int>& columns, std::int64_t row);
    bool exists(const std::string& reference);
    std::filesystem::path root_;
    std::vector<std::string> columns_;
    bool reject_;
    std::atomic<std::int64_t> found_ = 0, missing_ = 0, remote_ = 0;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, bool> known_;
    std::string firstMissing_;
};

}  // namespace anneal::data
