#include "data/clean/row_filter.h"

namespace anneal::data {

Result<Edit> RowFilter::apply(const Batch& batch) const {
    Edit edit;
    edit.rows = batch.rows;
    for (std::int64_t row = 0; row < std::int64_t(batch.ids.size()); ++row) {
        if (batch.stop.stopRequested()) return fail("stopped", "stopped");
        if (auto reason = objection(*batch.rows, row)) edit.drops.push_back({row, std::move(*reason)});
    }
    return edit;
}

}  // namespace anneal::data
