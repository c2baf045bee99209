#pragma once
// An entity set's rows in memory: the columns that features are made of, each row's parents, and each parent's rows.

#include <cstdint>
#include <memory>
#include <set>
#include <vector>

#include "base/stop_token.h"
#include "data/features/entities.h"
#include "data/features/key_table.h"

namespace anneal::data::features {

struct LoadedColumn {
    std::vector<double> values;             ///< a row; empty where the column was not asked for
    std::shared_ptr<const TextList> words;  ///< what the values of a text stand for
};

/// Rows stand in the order of their time, equal ones in that of their keys; without a time index as in the data.
struct Table {
    std::int64_t rows = 0;
    std::vector<LoadedColumn> columns;   ///< as in the entity
    KeyTable keys;                       ///< in the order of the data
    std::vector<std::int32_t> rowOfKey;  ///< a key's place → row
    std::vector<std::int32_t> keyOfRow;
};

/// A relationship's rows.
struct Links {
    std::vector<std::int32_t> parents;   ///< a child's row: its parent's, -1 where there is none
    std::vector<std::int64_t> begins;    ///< a parent's row: where its children begin, and one more
    std::vector<std::int32_t> children;  ///< in their table's order
};

struct Tables {
    std::vector<Table> tables;  ///< an entity
    std::vector<Links> links;   ///< a relationship
};

/// `columns`: which of each entity are needed besides keys and times. Errors: "key_missing", "key_duplicate" (name the row),
/// "column_type", "number_too_large", "dataset_damaged", "stopped".
Result<Tables> loadTables(const Entities& entities, const std::vector<std::set<int>>& columns, const base::ProgressFunction& progress,
                          const base::StopToken& stop);

}  // namespace anneal::data::features
