#pragma once
// rejected.jsonl: every row that could not be kept, in order, with its place in the source and the reason.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <vector>

#include "data/sources/source.h"

namespace anneal::data {

inline constexpr std::size_t kRejectionsReported = 1000;

class RejectionLog {
public:
    static Result<RejectionLog> create(const std::filesystem::path& file);
    /// What one block gave, blocks in their order; `first`: it begins a file.
    Status add(const std::vector<Rejection>& rejected, bool first, std::int64_t rows, std::int64_t lines);
    Status close();

    std::int64_t count() const { return count_; }
    const std::vector<Rejection>& first() const { return first_; }  ///< at most kRejectionsReported
    /// {"reason": "…", "count": n}, most frequent first; what differs from row to row (numbers) is left out of the reason.
    OrderedJson reasons() const;

private:
    RejectionLog() = default;
    std::filesystem::path file_;
    std::ofstream out_;
    std::int64_t count_ = 0, rows_ = 0, lines_ = 0;
    std::vector<Rejection> first_;
    std::map<std::string, std::int64_t> reasons_;
};

}  // namespace anneal::data
