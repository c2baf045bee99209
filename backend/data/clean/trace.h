#pragma once
// What a clean run did to single rows, so that each can be asked why afterwards: Parquet files in trace/ beside the data.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "data/clean/step.h"

namespace anneal::data {

/// One stretch of a cell that a step changed; a text may have several.
struct CellChange {
    RowId id;
    std::int32_t step = 0;  ///< index among the recipe's enabled steps
    std::string column;
    std::int64_t at = 0;                       ///< byte of the text before the step; of other types than text the whole value changes
    std::optional<std::string> before, after;  ///< nothing: null
    bool hidden = false;                       ///< neither is told, since a step of the recipe masks personal data
    std::int64_t removed = 0;                  ///< bytes of `before`, hidden or not
};

struct DroppedRow {
    RowId id;
    std::int32_t step = 0;
    std::string reason;
};

/// One of several rows that a step made of one.
struct RowCopy {
    RowId id;  ///< the new row
    std::int32_t step = 0;
    std::int32_t from = 0;  ///< the copy that it was made from
};

struct Trace {
    std::vector<CellChange> changes;
    std::vector<DroppedRow> drops;
    std::vector<RowCopy> copies;
};

/// A cell's value as text; null for nothing.
OrderedJson cellJson(const std::optional<std::string>& value);

/// Files of a data set's trace.
std::filesystem::path traceFolder(const std::filesystem::path& dataset);

/// Writes row groups as they come. One thread at a time.
class TraceWriter {
public:
    static Result<TraceWriter> create(const std::filesystem::path& dataset);
    TraceWriter(TraceWriter&&) noexcept;
    TraceWriter& operator=(TraceWriter&&) noexcept;
    ~TraceWriter();

    Status add(const Trace& trace);
    /// The rows of the result, in order.
    Status addRows(const std::vector<RowId>& ids);
    Status close();

private:
    struct State;
    explicit TraceWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// What happened to row `number` of the data set that was cleaned; row groups without it are not read.
Result<Trace> readTrace(const std::filesystem::path& dataset, std::int64_t number);
/// Where in the result the row stands: (place from 1, copy), none if it was dropped.
Result<std::vector<std::pair<std::int64_t, std::int32_t>>> placesOf(const std::filesystem::path& dataset, std::int64_t number);
/// Which row the result's row `place`, from 1, comes from. Error "row_unknown".
Result<RowId> originOf(const std::filesystem::path& dataset, std::int64_t place);

}  // namespace anneal::data
