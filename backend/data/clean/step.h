#pragma once
// One cleaning step: parameters with defaults, and what it does to a batch of rows. A new step is one file in steps/ and one
// line in registry.cpp; the recipe, the command line and the documentation know it from there.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/json.h"
#include "base/result.h"
#include "data/shape.h"

namespace anneal::data {

struct Batch {
    std::shared_ptr<arrow::Table> rows;  ///< one chunk a column
    std::vector<std::int64_t> numbers;   ///< each row's number in the data set that is cleaned, from 1
};

struct Drop {
    std::int64_t index = 0;  ///< within the batch, ascending
    std::string reason;
};

struct Edit {
    std::shared_ptr<arrow::Table> rows;  ///< as the batch's, values perhaps changed, no row missing
    std::int64_t changed = 0;            ///< rows with at least one changed value
    std::vector<Drop> drops;
    std::vector<std::string> keys;  ///< for decide(): one a row
};

class Step {
public:
    virtual ~Step() = default;
    virtual std::string_view name() const = 0;
    /// Every parameter with its value, defaults filled in: what the recipe's hash is over.
    virtual OrderedJson parameters() const = 0;

    /// Before the first batch: settles on columns. Error "column_unknown".
    virtual Status bind(const arrow::Schema& schema, const Mapping& mapping) = 0;

    /// A step that must see all rows before it can judge one looks at every batch, in order, first.
    virtual bool looksFirst() const { return false; }
    virtual Status look(const Batch&) { return {}; }
    virtual Status finishLook() { return {}; }

    /// Any thread; depends on the batch and on what look() found, never on other batches.
    virtual Result<Edit> apply(const Batch& batch) const = 0;

    /// A step whose verdict depends on earlier rows gives it here, batch by batch in order.
    virtual bool decidesInOrder() const { return false; }
    virtual Status decide(const Batch&, Edit&) { return {}; }
};

using StepFactory = std::function<Result<std::unique_ptr<Step>>(const OrderedJson& parameters)>;

struct StepEntry {
    std::string name;
    std::string description;
    StepFactory make;
};

/// All steps, in the order in which recipes usually have them.
const std::vector<StepEntry>& stepRegistry();
/// Error "step_unknown" suggests the nearest name; "parameter_invalid" names the parameter.
Result<std::unique_ptr<Step>> makeStep(const std::string& name, const OrderedJson& parameters);

}  // namespace anneal::data
