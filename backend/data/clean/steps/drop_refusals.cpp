#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/clean/row_filter.h"
#include "data/clean/steps/steps.h"
#include "data/detect/conversation.h"
#include "data/detect/refusal.h"
#include "data/samples.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Drops rows whose answers decline, speak of being a model, or say nothing.
class DropRefusals : public RowFilter {
public:
    explicit DropRefusals(const Settings& settings) : columnNames_(settings.texts("columns")), empty_(settings.flag("empty")) {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        mapping_ = mapping;
        if (columnNames_.empty() && !hasAnswers(mapping.shape))
            return fail("column_unknown", "rows of shape " + std::string(shapeName(mapping.shape)) + " have no answers",
                        "name the columns that hold them");
        ANNEAL_TRY(columns, textColumns(*schema, columnNames_));
        columns_ = columns;
        return schema;
    }

protected:
    std::optional<std::string> objection(const arrow::Table& rows, std::int64_t row) const override {
        std::optional<std::string> reason;
        const auto judge = [&](std::string_view answer) {
            if (reason) return;
            if (const auto phrase = refusalIn(answer))
                reason = "the answer says \"" + std::string(*phrase) + "\"";
            else if (empty_ && base::trim(answer).empty())
                reason = "an answer is empty";
        };
        if (!columnNames_.empty()) {
            for (const int column : columns_) visitTexts(rows, column, row, judge);
            return reason;
        }
        const auto sample = sampleOf(rows, mapping_, row, row);
        if (!sample) return reason;  // what is no conversation is another step's to drop
        for (const auto answer : answersOf(*sample)) judge(answer);
        return reason;
    }

private:
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    Mapping mapping_;
    bool empty_;
};

}  // namespace

const StepKind& dropRefusalsStep() {
    static const StepKind kind = {"drop_refusals",
                                  "quality",
                                  "Drop rows whose answers decline, speak of being a language model, or are empty (English and Chinese)",
                                  {Parameter::columns("Columns that hold answers; when none is named, what the assistant says"),
                                   Parameter::flag("empty", true, "Empty answers go as well")},
                                  makeStep<DropRefusals>};
    return kind;
}

}  // namespace anneal::data
