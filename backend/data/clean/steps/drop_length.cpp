#include <limits>

#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/parameters.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_columns.h"

namespace anneal::data {
namespace {

/// Drops rows with a text shorter or longer, in characters, than the bounds.
class DropLength : public Step {
public:
    DropLength(std::vector<std::string> columns, std::int64_t least, std::int64_t most)
        : columnNames_(std::move(columns)), least_(least), most_(most) {}
    std::string_view name() const override { return "drop_length"; }
    OrderedJson parameters() const override { return {{"columns", columnNames_}, {"min", least_}, {"max", most_}}; }
    Status bind(const arrow::Schema& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, textColumns(schema, columnNames_.empty() ? mapping.required() : columnNames_));
        columns_ = columns;
        return {};
    }
    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        for (std::int64_t row = 0; row < batch.rows->num_rows(); ++row) {
            for (const int column : columns_) {
                const auto length = valueLength(*batch.rows, column, row);
                if (length >= least_ && length <= most_) continue;
                edit.drops.push_back({row, batch.rows->field(column)->name() + " has " + std::to_string(length) + " characters"});
                break;
            }
        }
        return edit;
    }

private:
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    std::int64_t least_, most_;
};

}  // namespace

Result<std::unique_ptr<Step>> makeDropLength(const OrderedJson& given) {
    Parameters parameters("drop_length", given);
    auto columns = parameters.names("columns");
    const auto least = parameters.count("min", 0);
    const auto most = parameters.count("max", std::numeric_limits<std::int64_t>::max());
    ANNEAL_CHECK(parameters.finish());
    return std::make_unique<DropLength>(std::move(columns), least, most);
}

}  // namespace anneal::data
