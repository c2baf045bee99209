#pragma once
// One cleaning step over batches of rows. A new step is one file in steps/ and one line in registry.cpp; the recipe, the command
// line, the window and the documentation know it from there.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/json.h"
#include "base/result.h"
#include "base/stop_token.h"
#include "data/clean/parameter.h"
#include "data/shape.h"

namespace anneal::data {

/// Which row of the data set that is cleaned a row comes from.
struct RowId {
    std::int64_t number = 0;  ///< from 1
    std::int32_t copy = 0;    ///< apart from 0 where a step made several rows of one
    bool operator==(const RowId&) const = default;
};

/// At most kBlockRows rows that stood together in the data set; the same ones in every run over it, whatever the threads or shards.
struct Batch {
    std::shared_ptr<arrow::Table> rows;  ///< one chunk a column
    std::vector<RowId> ids;              ///< a row
    std::int64_t block = 0;              ///< which block of the data set, from 0
    base::StopToken stop;                ///< long loops look at it
};

inline constexpr std::int64_t kBlockRows = 2048;

struct Drop {
    std::int64_t index = 0;  ///< within the batch
    std::string reason;
};

struct Edit {
    std::shared_ptr<arrow::Table> rows;         ///< columns as bind() gave them
    std::vector<std::int64_t> sources;          ///< the batch's row that each row is made from, ascending; empty: one for one
    std::vector<Drop> drops;                    ///< ascending; with `sources`, rows that are named there no more
    std::map<std::string, std::int64_t> tally;  ///< what the step counts besides: "email" → 12
};

/// What a learner has found out from all rows, small enough to be kept beside a plan.
struct Knowledge {
    OrderedJson facts;
    std::shared_ptr<arrow::Table> rows;  ///< verdicts on single rows; may be null
};

/// Where and how a learner may work.
struct Workplace {
    std::filesystem::path scratch;  ///< a folder that is removed afterwards
    int threads = 1;
    base::ProgressFunction progress;
    base::StopToken stop;
};

/// The half of a step that must have seen all rows before it can judge one. prepare(), then observe() and absorb() for every batch,
/// then conclude(); or recall() instead of all that.
class Learner {
public:
    /// What is kept of one batch.
    struct Observation {
        virtual ~Observation() = default;
    };

    virtual ~Learner() = default;
    virtual Status prepare(const Workplace&) { return {}; }
    /// Any thread.
    virtual Result<std::unique_ptr<Observation>> observe(const Batch& batch) const = 0;
    /// Batches in order, one thread at a time.
    virtual Status absorb(Observation& observation) = 0;
    virtual Status conclude(const Workplace& workplace) = 0;
    virtual Result<Knowledge> knowledge() const = 0;
    virtual Status recall(const Knowledge& knowledge) = 0;
};

class Step {
public:
    virtual ~Step() = default;
    /// Before the first batch: settles on columns and says what the columns are afterwards, those that were there in their places.
    /// Errors "column_unknown", "column_type".
    virtual Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) = 0;
    /// Any thread; depends on the batch and on what was learnt, never on other batches.
    virtual Result<Edit> apply(const Batch& batch) const = 0;
    /// Null for a step that judges each row by itself.
    virtual Learner* learner() { return nullptr; }
};

/// A step as the registry knows it.
struct StepKind {
    std::string name;     ///< "drop_length"
    std::string family;   ///< "text", "missing", "duplicates", "outliers", "privacy", "language", "length", "values", "labels", "quality",
                          ///< "rows", "augment"
    std::string summary;  ///< one line
    std::vector<Parameter> parameters;
    std::function<Result<std::unique_ptr<Step>>(const Settings& settings)> make;
    std::string formerName = {};  ///< which recipes may still use
    bool hidesValues = false;     ///< what it takes out must not be found in the trace either
    bool trainingOnly = false;    ///< not for data that a model is measured by
};

/// A maker for steps that any settings suit.
template <class Made>
Result<std::unique_ptr<Step>> makeStep(const Settings& settings) {
    return std::make_unique<Made>(settings);
}

/// All steps, in the order in which recipes usually have them.
const std::vector<const StepKind*>& stepKinds();
/// Error "step_unknown" suggests the nearest name.
Result<const StepKind*> findStepKind(const std::string& name);
/// {"step","family","summary","learns"?…,"parameters":[…]}
OrderedJson toJson(const StepKind& kind);

}  // namespace anneal::data
