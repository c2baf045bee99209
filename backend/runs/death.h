#pragma once
// Why a rank ended, from its exit status and what the kernel counted meanwhile.

#include <cstdint>
#include <optional>

#include "base/process.h"
#include "runs/run_directory.h"

namespace anneal::runs {

/// What was so before the ranks started: out-of-memory kills that the kernel had counted (in our control group where there
/// is one, else on the machine), and how long the log was.
class BeforeDeath {
public:
    static BeforeDeath now(const RunDirectory& directory);
    bool memoryRanOutSince() const;
    /// The end of what was logged since.
    std::string logTail(const RunDirectory& directory) const;

private:
    std::int64_t kills_ = 0;
    std::int64_t logBytes_ = 0;
};

/// Codes: "disk_full", "out_of_memory", "rank_killed", "rank_crashed", "rank_failed", or what the rank itself left.
Error explainDeath(const RunDirectory& directory, int rank, const base::ExitStatus& status, const BeforeDeath& before);

}  // namespace anneal::runs
