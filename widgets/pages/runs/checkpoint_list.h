#pragma once
// The checkpoints of a run as they lie on the disk.

#include "runs/run_directory.h"

namespace anneal::pages {

struct Checkpoint {
    std::int64_t step = 0;
    double time = 0;  ///< when it was written, UNIX seconds
    std::uint64_t bytes = 0;

    bool operator==(const Checkpoint&) const = default;
};

/// Newest first. Walks their folders: a job.
std::vector<Checkpoint> readCheckpoints(const runs::RunDirectory& directory);

}  // namespace anneal::pages
