#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/row_filter.h"
#include "data/clean/steps/steps.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Drops rows without a value in a column that must have one; by default those that the data set's shape cannot do without.
class DropEmpty : public RowFilter {
public:
    explicit DropEmpty(const Settings& settings) : columnNames_(settings.texts("columns")) {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, columnIndices(*schema, columnNames_.empty() ? mapping.required() : columnNames_));
        columns_ = columns;
        return schema;
    }

protected:
    std::optional<std::string> objection(const arrow::Table& rows, std::int64_t row) const override {
        for (const int column : columns_)
            if (isEmpty(rows, column, row)) return rows.field(column)->name() + " is empty";
        return {};
    }

private:
    static bool isEmpty(const arrow::Table& rows, int column, std::int64_t row) {
        const auto& values = *rows.column(column)->chunk(0);
        if (values.IsNull(row)) return true;
        if (values.type_id() != arrow::Type::STRING) return false;
        bool found = false;
        visitTexts(rows, column, row,
                   [&](std::string_view text) { found = found || text.find_first_not_of(" \t\r\n") != std::string_view::npos; });
        return !found;
    }
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
};

}  // namespace

const StepKind& dropEmptyStep() {
    static const StepKind kind = {
        "drop_empty",
        "missing",
        "Drop rows without a value where one is needed",
        {Parameter::columns("Columns that need a value; when none is named, those that a sample cannot do without")},
        makeStep<DropEmpty>};
    return kind;
}

}  // namespace anneal::data
