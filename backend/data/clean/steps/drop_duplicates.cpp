#include <cstring>
#include <unordered_map>

#include <arrow/table.h>

#include "data/clean/parameters.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_columns.h"
#include "data/row_key.h"

namespace anneal::data {
namespace {

/// Keeps the first of rows that are equal in the columns: by default those that the samples are made from.
class DropDuplicates : public Step {
public:
    explicit DropDuplicates(std::vector<std::string> columns) : columnNames_(std::move(columns)) {}
    std::string_view name() const override { return "drop_duplicates"; }
    OrderedJson parameters() const override { return {{"columns", columnNames_}}; }
    Status bind(const arrow::Schema& schema, const Mapping& mapping) override {
        ANNEAL_CHECK(columnIndices(schema, columnNames_));
        columns_ = keyColumns(schema, columnNames_.empty() ? mapping.content() : columnNames_);
        return {};
    }
    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        edit.keys.resize(std::size_t(batch.rows->num_rows()));
        for (std::int64_t row = 0; row < batch.rows->num_rows(); ++row) {
            const auto key = rowKey(*batch.rows, columns_, row);
            edit.keys[std::size_t(row)].assign(reinterpret_cast<const char*>(key.data()), sizeof key);
        }
        return edit;
    }
    bool decidesInOrder() const override { return true; }
    Status decide(const Batch& batch, Edit& edit) override {
        for (std::size_t row = 0; row < edit.keys.size(); ++row) {
            RowKey key;
            std::memcpy(key.data(), edit.keys[row].data(), sizeof key);
            const auto [first, fresh] = seen_.emplace(key, batch.numbers[row]);
            if (!fresh) edit.drops.push_back({std::int64_t(row), "the same as row " + std::to_string(first->second)});
        }
        edit.keys.clear();
        return {};
    }

private:
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    std::unordered_map<RowKey, std::int64_t, RowKeyHash> seen_;
};

}  // namespace

Result<std::unique_ptr<Step>> makeDropDuplicates(const OrderedJson& given) {
    Parameters parameters("drop_duplicates", given);
    auto step = std::make_unique<DropDuplicates>(parameters.names("columns"));
    ANNEAL_CHECK(parameters.finish());
    return step;
}

}  // namespace anneal::data
