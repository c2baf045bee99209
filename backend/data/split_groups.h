#pragma once
// Rows that must not be divided between the parts of a split.

#include <string>
#include <vector>

#include "base/stop_token.h"
#include "data/row_key.h"
#include "data/split.h"

namespace anneal::data {

struct RowGroup {
    RowKey key{};  ///< the least of its rows' keys: the same whatever the rows' order
    std::int64_t rows = 0;
    std::string stratum;  ///< of its first row
    std::string time;     ///< of its earliest row, in a form whose byte order is that of time
};

struct RowGroups {
    std::vector<RowGroup> groups;
    std::vector<std::uint32_t> groupOf;  ///< a row
};

/// Memory: some 60 bytes a row that differs from the others, 4 for each. Errors: "column_unknown", "stopped".
Result<RowGroups> groupRows(const Dataset& dataset, const SplitOptions& options, const base::ProgressFunction& progress,
                            const base::StopToken& stop);

}  // namespace anneal::data
