#pragma once
// Rows of a data set as training samples.

#include <functional>

#include <arrow/type_fwd.h>

#include "base/json.h"
#include "base/result.h"
#include "base/stop_token.h"
#include "data/dataset.h"
#include "text/sample.h"

namespace anneal::data {

/// True for shapes whose rows are questions and answers, or conversations.
bool hasAnswers(Shape shape);

/// One row by its mapping. `row` counts from 1 and is named in errors. Alpaca, ShareGPT, messages and KTO rows, and question and
/// answer pairs, become messages; columns called prompt and completion stay a bare pair; of a preference row the chosen answer is taken.
/// Errors: "role_unknown", "row_invalid", "shape_unsupported" (classification, tokens, table, images, audio).
Result<text::Sample> toSample(const Mapping& mapping, const OrderedJson& row, std::int64_t number);

/// Row `row`, from 0, of a table with one chunk a column.
Result<text::Sample> sampleOf(const arrow::Table& rows, const Mapping& mapping, std::int64_t row, std::int64_t number);

/// All rows in order.
Status forEachSample(const Dataset& dataset, const std::function<Status(text::Sample&&)>& take, const base::StopToken& stop = {});

}  // namespace anneal::data
