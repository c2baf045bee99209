#pragma once
// A data set as the blocks of rows that steps get.

#include <cstdint>
#include <utility>
#include <vector>

#include "data/clean/step.h"
#include "data/dataset.h"

namespace anneal::data {

/// Blocks of kBlockRows rows, numbered through the data set from 0; one ends early where a part ends.
class Blocks {
public:
    explicit Blocks(const Dataset& dataset);

    std::int64_t count() const { return firstBlock_.back(); }
    /// The block that holds row `number`, from 1; count() beyond the last row.
    std::int64_t blockOf(std::int64_t number) const;
    /// The first block of those that begin at row `number` or later.
    std::int64_t blockFrom(std::int64_t number) const;
    /// Blocks of the part, first and one past the last.
    std::pair<std::int64_t, std::int64_t> blocksIn(std::size_t part) const { return {firstBlock_[part], firstBlock_[part + 1]}; }
    /// Those of the blocks begin … end − 1 that are in the part. Any thread.
    Result<std::vector<Batch>> read(std::size_t part, std::int64_t begin, std::int64_t end) const;

private:
    const Dataset& dataset_;
    std::vector<std::int64_t> firstRow_, firstBlock_;  ///< a part, from 0, and one more
};

}  // namespace anneal::data
