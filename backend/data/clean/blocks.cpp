#include "data/clean/blocks.h"

#include <algorithm>

#include <arrow/table.h>

namespace anneal::data {

Blocks::Blocks(const Dataset& dataset) : dataset_(dataset), firstRow_{0}, firstBlock_{0} {
    for (const auto& file : dataset.manifest().files) {
        firstRow_.push_back(firstRow_.back() + file.rows);
        firstBlock_.push_back(firstBlock_.back() + (file.rows + kBlockRows - 1) / kBlockRows);
    }
}

std::int64_t Blocks::blockOf(std::int64_t number) const {
    if (number > firstRow_.back()) return count();
    const auto part = std::size_t(std::upper_bound(firstRow_.begin(), firstRow_.end(), number - 1) - firstRow_.begin() - 1);
    return firstBlock_[part] + (number - 1 - firstRow_[part]) / kBlockRows;
}

std::int64_t Blocks::blockFrom(std::int64_t number) const {
    const auto block = blockOf(number);
    return number == 1 || block == count() || blockOf(number - 1) != block ? block : block + 1;
}

Result<std::vector<Batch>> Blocks::read(std::size_t part, std::int64_t begin, std::int64_t end) const {
    begin = std::max(begin, firstBlock_[part]);
    end = std::min(end, firstBlock_[part + 1]);
    std::vector<Batch> batches;
    if (begin >= end) return batches;
    ANNEAL_TRY(table, dataset_.readPart(part));
    for (auto block = begin; block < end; ++block) {
        const auto first = (block - firstBlock_[part]) * kBlockRows;
        Batch batch;
        batch.rows = table->Slice(first, kBlockRows);
        batch.block = block;
        for (std::int64_t i = 0; i < batch.rows->num_rows(); ++i) batch.ids.push_back({firstRow_[part] + first + i + 1, 0});
        batches.push_back(std::move(batch));
    }
    return batches;
}

}  // namespace anneal::data
