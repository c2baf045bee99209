#pragma once
// Any window of a data set's rows, in milliseconds however many rows there are.

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/result.h"
#include "data/dataset.h"

namespace parquet::arrow {
class FileReader;
}

namespace anneal::data {

/// Knows from the manifest where each part begins; opens a part when a window first needs it and keeps the row groups read last.
/// Any thread, one at a time within.
class RowReader {
public:
    explicit RowReader(Dataset dataset);
    ~RowReader();
    const Dataset& dataset() const { return dataset_; }
    std::int64_t size() const { return begins_.back(); }
    /// Rows `first` (from 0) to `first + count`, fewer at the end; one chunk a column. Error "dataset_damaged".
    Result<std::shared_ptr<arrow::Table>> rows(std::int64_t first, std::int64_t count);

private:
    struct Part;
    using Key = std::pair<std::size_t, int>;  ///< part, row group
    Result<Part*> part(std::size_t index);
    Result<std::shared_ptr<arrow::Table>> group(std::size_t part, int group);

    Dataset dataset_;
    std::vector<std::int64_t> begins_;  ///< first row of each part, and of what follows the last
    std::mutex mutex_;
    std::map<std::size_t, std::unique_ptr<Part>> parts_;
    std::list<std::size_t> partsUsed_;  ///< last used first
    std::list<std::pair<Key, std::shared_ptr<arrow::Table>>> groups_;
};

}  // namespace anneal::data
