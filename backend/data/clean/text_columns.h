#pragma once
// What steps over text share: choosing columns, editing their values, measuring them.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "data/clean/step.h"

namespace anneal::data {

/// Indices of the named columns, or of all that hold text (string and json) when none is named.
Result<std::vector<int>> textColumns(const arrow::Schema& schema, const std::vector<std::string>& names);
/// Indices of columns of any type.
Result<std::vector<int>> columnIndices(const arrow::Schema& schema, const std::vector<std::string>& names);

/// Writes the new value to `out` (empty when called) and says whether it differs.
using TextEdit = std::function<bool(std::string_view text, std::string& out)>;

/// Applies `edit` to the values of the columns; in a json column to each string within the value but role names.
Result<Edit> editTexts(const Batch& batch, const std::vector<int>& columns, const TextEdit& edit);

/// Calls `visit` with each text of a row: the value, or each string in a json value but role names.
void visitTexts(const arrow::Table& rows, int column, std::int64_t row, const std::function<void(std::string_view)>& visit);

/// Code points.
std::int64_t characterCount(std::string_view text);
/// Sum over all texts of a value.
std::int64_t valueLength(const arrow::Table& rows, int column, std::int64_t row);

/// A step that edits text values and nothing else: its subclass gives the edit.
class TextEditStep : public Step {
public:
    explicit TextEditStep(std::vector<std::string> columns) : columnNames_(std::move(columns)) {}
    OrderedJson parameters() const override { return {{"columns", columnNames_}}; }
    Status bind(const arrow::Schema& schema, const Mapping& mapping) override;
    Result<Edit> apply(const Batch& batch) const override;

protected:
    virtual bool edit(std::string_view text, std::string& out) const = 0;
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
};

}  // namespace anneal::data
