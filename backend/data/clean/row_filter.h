#pragma once
// Steps that keep a row or drop it, by what stands in the row alone.

#include <optional>
#include <string>

#include "data/clean/step.h"

namespace anneal::data {

class RowFilter : public Step {
public:
    Result<Edit> apply(const Batch& batch) const override;

protected:
    /// Why the row is to go; nothing: it stays. Any thread.
    virtual std::optional<std::string> objection(const arrow::Table& rows, std::int64_t row) const = 0;
};

}  // namespace anneal::data
