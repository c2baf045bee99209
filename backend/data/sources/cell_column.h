#pragma once
// A typed column grown from cells of text.

#include <memory>
#include <string>
#include <string_view>

#include <arrow/builder.h>

#include "data/schema.h"

namespace anneal::data {

/// The column begins with a type it is known to need at least and widens with what it meets. A column that turns out to
/// be text has to be fed anew from the start, as text, since numbers do not keep how they were written.
class CellColumn {
public:
    CellColumn(std::string name, ColumnType type, char decimal);
    const std::string& name() const { return name_; }
    ColumnType type() const { return type_; }

    void appendNull();
    /// An empty cell is null unless it was quoted in a column of text.
    void append(std::string_view cell, bool quoted);
    /// Text that is no number or date even if it reads like one.
    void appendText(std::string_view text);
    /// True once the type went to text with cells of another type before.
    bool mustRestart() const { return restart_; }
    std::shared_ptr<arrow::Array> finish();

private:
    void widen(ColumnType seen);
    bool appendTyped(std::string_view cell);
    std::string name_;
    ColumnType type_;
    char decimal_;
    std::int64_t nulls_ = 0;  ///< before the first value
    bool words_ = false;      ///< words for a missing value were met, which a column of text keeps
    bool restart_ = false;
    std::unique_ptr<arrow::ArrayBuilder> builder_;
};

}  // namespace anneal::data
