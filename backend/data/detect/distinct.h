#pragma once
// How many values of a stream differ, exactly and with flat memory.

#include <unordered_set>

#include "base/stop_token.h"
#include "data/detect/spool.h"

namespace anneal::data {

/// Counts 64-bit hashes: of ten million values two unlike ones share a hash in 3 of a million cases.
class DistinctCount {
public:
    static Result<DistinctCount> create(const std::filesystem::path& scratch);
    /// One thread at a time.
    Status add(const std::vector<std::uint64_t>& hashes);
    /// After the last add. Errors "stopped", "read_failed".
    Result<std::int64_t> count(const base::StopToken& stop);

private:
    explicit DistinctCount(Spool spool) : rest_(std::move(spool)) {}
    std::unordered_set<std::uint64_t> first_;  ///< the first values to come; columns of few values need no more
    Spool rest_;
};

}  // namespace anneal::data
