#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/parameters.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_columns.h"

namespace anneal::data {
namespace {

/// Drops rows without a value in a column that must have one; by default those that the data set's shape cannot do without.
class DropEmpty : public Step {
public:
    explicit DropEmpty(std::vector<std::string> columns) : columnNames_(std::move(columns)) {}
    std::string_view name() const override { return "drop_empty"; }
    OrderedJson parameters() const override { return {{"columns", columnNames_}}; }
    Status bind(const arrow::Schema& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, columnIndices(schema, columnNames_.empty() ? mapping.required() : columnNames_));
        columns_ = columns;
        return {};
    }
    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        for (std::int64_t row = 0; row < batch.rows->num_rows(); ++row) {
            for (const int column : columns_) {
                if (!empty(*batch.rows, column, row)) continue;
                edit.drops.push_back({row, batch.rows->field(column)->name() + " is empty"});
                break;
            }
        }
        return edit;
    }

private:
    static bool empty(const arrow::Table& rows, int column, std::int64_t row) {
        const auto& values = *rows.column(column)->chunk(0);
        if (values.IsNull(row)) return true;
        bool found = values.type_id() != arrow::Type::STRING;
        if (!found)
            visitTexts(rows, column, row,
                       [&](std::string_view text) { found = found || text.find_first_not_of(" \t\r\n") != std::string_view::npos; });
        return !found;
    }
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
};

}  // namespace

Result<std::unique_ptr<Step>> makeDropEmpty(const OrderedJson& given) {
    Parameters parameters("drop_empty", given);
    auto step = std::make_unique<DropEmpty>(parameters.names("columns"));
    ANNEAL_CHECK(parameters.finish());
    return step;
}

}  // namespace anneal::data
