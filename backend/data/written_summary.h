#pragma once
// Column summaries of a data set that is made from another one: the other's are no longer true of it, and may tell what was masked.

#include <mutex>

#include <arrow/type_fwd.h>

#include "data/column_summary.h"
#include "data/manifest.h"

namespace anneal::data {

class WrittenSummary {
public:
    explicit WrittenSummary(const arrow::Schema& schema);
    /// A table as it is written; any thread.
    void add(const arrow::Table& table);
    /// Puts the summaries into the manifest, in place of the other data set's.
    void describe(Manifest& manifest) const;

private:
    std::vector<std::string> names_;
    std::mutex mutex_;
    TableSketch sketch_;
    TableSketch empty_;
};

}  // namespace anneal::data
