#include "data/row_key.h"

#include <string>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>
#include <xxhash.h>

#include "data/render.h"

namespace anneal::data {

RowKey rowKey(const arrow::Table& rows, const std::vector<int>& columns, std::int64_t row, const Folding& folding) {
    RowKey key = {0, 0};
    std::string other;
    for (const int column : columns) {
        const auto& values = *rows.column(column)->chunk(0);
        // Each value's hash is seeded with the row's so far, so that neither order nor borders between values are lost.
        const auto seed = key[0] ^ (values.IsNull(row) ? 0x9E3779B97F4A7C15u : 0);
        std::string_view text;
        if (values.type_id() == arrow::Type::STRING && folding == Folding{}) {
            text = stringAt(values, row);
        } else if (values.type_id() == arrow::Type::STRING) {
            other.clear();
            fold(stringAt(values, row), folding, other);
            text = other;
        } else {
            other.clear();
            appendJson(other, values, row);
            text = other;
        }
        const auto hash = XXH3_128bits_withSeed(text.data(), text.size(), seed);
        key = {hash.low64 ^ (key[1] * 0x9FB21C651E98DF25u), hash.high64 + key[1] * 31};
    }
    return key;
}

std::vector<int> keyColumns(const arrow::Schema& schema, const std::vector<std::string>& names) {
    std::vector<int> columns;
    for (const auto& name : names)
        if (const int index = schema.GetFieldIndex(name); index >= 0) columns.push_back(index);
    if (names.empty())
        for (int i = 0; i < schema.num_fields(); ++i) columns.push_back(i);
    return columns;
}

}  // namespace anneal::data
