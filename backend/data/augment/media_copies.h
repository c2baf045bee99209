#pragma once
// A data set with further rows whose images or sounds were varied: new files beside a new version.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/stop_token.h"
#include "data/augment/random.h"
#include "data/augment/row_copies.h"
#include "data/dataset.h"
#include "data/sources/source.h"

namespace anneal::data {

/// How the files of a row are varied.
class MediaVariation {
public:
    virtual ~MediaVariation() = default;
    /// What the data set's provenance says of it.
    virtual OrderedJson described() const = 0;
    virtual Status bind(const arrow::Schema& schema, const Mapping& mapping) = 0;

    struct Place {
        std::filesystem::path root;    ///< relative references lie below it
        std::filesystem::path folder;  ///< which new files go to
        std::filesystem::path target;  ///< where that folder will be in the end
        std::string stem;              ///< that new files' names begin with, unlike any other's
    };
    /// Makes new files and gives the row's cells that name them or tell of them. An error is that of the row, and goes to rejected.jsonl,
    /// but for "disk_full" and "write_failed", which end all. Any thread.
    virtual Result<Cells> vary(const arrow::Table& rows, std::int64_t row, Random& random, const Place& place) const = 0;
};

struct MediaCopyOptions {
    std::filesystem::path out;
    bool replace = false;
    int threads = 0;  ///< 0: all cores
    std::int64_t copies = 1;
    std::uint64_t seed = 0;
    std::string partColumn;  ///< as TrainingRows has it
};

struct MediaCopyReport {
    std::filesystem::path dataset;
    Manifest manifest;
    std::int64_t rowsIn = 0, made = 0;
    std::vector<Rejection> rejected;  ///< the first of them
};

/// Each row with its copies behind it, the same on any number of threads. Stopped, killed or out of disk, the earlier version stays.
/// Errors: those of bind and TrainingRows, "not_training_part", "already_exists", "disk_full", "stopped".
Result<MediaCopyReport> copyMedia(const Dataset& dataset, MediaVariation& variation, const MediaCopyOptions& options,
                                  const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

}  // namespace anneal::data
