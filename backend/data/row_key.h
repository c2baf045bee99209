#pragma once
// A 128-bit hash of a row's values: equal rows have equal keys, and unequal ones meet by chance in 2^-128.

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include <arrow/type_fwd.h>

#include "data/detect/fold.h"

namespace anneal::data {

using RowKey = std::array<std::uint64_t, 2>;

struct RowKeyHash {
    std::size_t operator()(const RowKey& key) const { return std::size_t(key[0]); }
};

/// Over the values of `columns` in that order, texts folded, nulls apart from empty text. The table has one chunk a column.
RowKey rowKey(const arrow::Table& rows, const std::vector<int>& columns, std::int64_t row, const Folding& folding = {});

/// Indices of the named columns that are there; of all columns when none is named.
std::vector<int> keyColumns(const arrow::Schema& schema, const std::vector<std::string>& names);

}  // namespace anneal::data
