#pragma once
// One column's part of a profile, gathered table by table.

#include <memory>

#include <arrow/type_fwd.h>

#include "data/detect/distinct.h"
#include "data/profile/measures.h"

namespace anneal::data {

class ColumnProfiler {
public:
    /// What one table has in the column.
    struct Seen {
        std::int64_t nulls = 0;
        std::vector<std::uint64_t> hashes;  ///< a value
        std::vector<double> measures;
        ValueCounts values;
    };

    static Result<ColumnProfiler> create(const arrow::Field& field, int index, const std::filesystem::path& scratch);
    /// Any thread. Error "stopped".
    Result<Seen> observe(const arrow::Table& table, const base::StopToken& stop) const;
    /// In order, one thread at a time.
    Status absorb(const Seen& seen);
    /// After the last absorb. Error "stopped".
    Result<ColumnProfile> finish(const base::StopToken& stop);
    /// Every value with its count, unless there are too many or they are JSON.
    const ValueCounts& values() const { return values_; }

private:
    ColumnProfiler(ColumnProfile profile, int index, std::shared_ptr<arrow::DataType> type, DistinctCount distinct, Measures measures)
        : profile_(std::move(profile)),
          index_(index),
          type_(std::move(type)),
          distinct_(std::move(distinct)),
          measures_(std::move(measures)) {}
    Status measure(const base::StopToken& stop);
    OrderedJson bound(double value) const;

    ColumnProfile profile_;
    int index_;
    std::shared_ptr<arrow::DataType> type_;
    DistinctCount distinct_;
    Measures measures_;
    ValueCounts values_;
};

}  // namespace anneal::data
