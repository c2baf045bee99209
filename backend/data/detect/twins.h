#pragma once
// Rows found to repeat another row.

#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "data/detect/spool.h"
#include "data/row_key.h"

namespace anneal::data {

/// Whatever names a row; ids of one data set ascend in its order.
using RowNumber = std::uint64_t;

/// A row that is not wanted since the other one is there.
struct Twin {
    RowNumber row = 0;
    RowNumber other = 0;
    bool reference = false;  ///< `other` is a row of the data set compared against
    float similarity = 1;    ///< Jaccard, 1 for equal rows
    bool operator==(const Twin&) const = default;
};

/// How many of the rows have no twin among `others`; both by row.
std::int64_t rowsBesides(const std::vector<Twin>& twins, const std::vector<Twin>& others);

/// Equal rows, by their keys. Memory: one sixty-fourth of the keys a thread, and the twins.
class EqualRows {
public:
    static Result<EqualRows> create(const std::filesystem::path& scratch);
    /// Rows of a data set compared against; they are never twins themselves. Before the first add.
    Status addReference(const RowKey& key, RowNumber row);
    Status add(const RowKey& key, RowNumber row);
    /// Of equal rows the first (or the last) is kept. By row. Errors "stopped", "read_failed".
    Result<std::vector<Twin>> find(bool keepLast, int threads, const base::StopToken& stop);

private:
    struct Entry {
        RowKey key;
        RowNumber row;
    };
    Status put(const RowKey& key, RowNumber row);
    Result<std::vector<Twin>> findIn(const Spool& part, bool keepLast) const;
    std::vector<Spool> parts_;
};

}  // namespace anneal::data
