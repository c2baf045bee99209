#pragma once
// What fills the disk, what depends on what, and how it goes away again.

#include "base/stop_token.h"
#include "base/trash.h"
#include "runs/run_directory.h"

namespace anneal::runs {

struct DiskItem {
    enum class Kind {
        dataset,
        run,
        cache,  ///< made again when it is needed
        trash   ///< deleted, and still to be brought back
    };

    Kind kind = Kind::cache;
    std::string name;  ///< of its folder
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    std::uint64_t checkpoints = 0;    ///< of a run: what it does not need once it is done
    double changed = 0;               ///< UNIX seconds
    bool live = false;                ///< a run that is at work
    std::vector<std::string> usedBy;  ///< names of the runs and data sets that were made from it
};

/// Data sets, runs, the caches and the trash; largest first. Walks every folder: seconds where there are millions of files.
/// Error "stopped".
Result<std::vector<DiskItem>> measureDisk(const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

/// A data set or a run, moved to the trash with a run's link. Errors: "run_busy", those of Trash::put.
Result<base::Trashed> trashItem(const DiskItem& item);
/// A run's checkpoints alone. Errors: "run_busy", those of Trash::put.
Result<base::Trashed> trashCheckpoints(const DiskItem& item);
/// For good: a cache, the trash, or what lies on another disk than the trash.
Status eraseItem(const DiskItem& item);

}  // namespace anneal::runs
