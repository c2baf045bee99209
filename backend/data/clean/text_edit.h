#pragma once
// Steps that edit text values and nothing else.

#include <string>
#include <string_view>
#include <vector>

#include "data/clean/step.h"
#include "data/json_texts.h"

namespace anneal::data {

/// As TextEdit, told the row's place within the batch.
using RowTextEdit = std::function<bool(std::int64_t row, std::string_view text, std::string& out)>;

/// Applies `edit` to the values of the columns, within a json column to each of its texts. Error "stopped".
Result<Edit> editTexts(const Batch& batch, const std::vector<int>& columns, const RowTextEdit& edit);
Result<Edit> editTexts(const Batch& batch, const std::vector<int>& columns, const TextEdit& edit);

/// Its subclass gives the edit; the parameter "columns" names where.
class TextEditStep : public Step {
public:
    explicit TextEditStep(const Settings& settings) : columnNames_(settings.texts("columns")) {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override;
    Result<Edit> apply(const Batch& batch) const override;

protected:
    virtual bool edit(std::string_view text, std::string& out) const = 0;

private:
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
};

/// "Columns to work on; when none is named, all that hold text".
Parameter textColumnsParameter();

}  // namespace anneal::data
