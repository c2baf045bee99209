#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/compute/api_vector.h>
#include <arrow/datum.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/new_column.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_edit.h"
#include "data/detect/length.h"
#include "data/render.h"
#include "data/schema.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Deals with texts that are too long: cuts them off, makes several rows of them, or marks their rows.
class LimitLength : public Step {
public:
    LimitLength(const Settings& settings, LengthMeter meter)
        : columnNames_(settings.texts("columns")),
          meter_(std::move(meter)),
          most_(settings.count("max")),
          action_(settings.text("action")),
          flag_(settings.text("flag")),
          wholeWords_(settings.flag("whole_words")) {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, contentTextColumns(*schema, mapping, columnNames_));
        columns_ = columns;
        if (action_ == "split" && (columns.size() != 1 || isJson(*schema->field(columns.front()))))
            return fail("column_type", "rows are split by one column of plain text", "name one such column under columns");
        return action_ == "flag" ? withField(schema, flag_, arrow::boolean()) : schema;
    }
    Result<Edit> apply(const Batch& batch) const override {
        if (action_ == "split") return split(batch);
        if (action_ == "flag") return flag(batch);
        return editTexts(batch, columns_, [this](std::string_view text, std::string& out) {
            const auto end = meter_.cut(text, most_, wholeWords_);
            if (end == text.size()) return false;
            out = text.substr(0, end);
            return true;
        });
    }

private:
    Result<Edit> flag(const Batch& batch) const {
        std::vector<bool> flags(batch.ids.size(), false);
        Edit edit;
        for (std::size_t row = 0; row < flags.size(); ++row) {
            if (batch.stop.stopRequested()) return fail("stopped", "stopped");
            for (const int column : columns_) {
                std::int64_t length = 0;
                visitTexts(*batch.rows, column, std::int64_t(row), [&](std::string_view text) { length += meter_.measure(text); });
                flags[row] = flags[row] || length > most_;
            }
            edit.tally["flagged"] += flags[row];
        }
        ANNEAL_TRY(rows, withFlags(*batch.rows, flag_, flags));
        edit.rows = rows;
        return edit;
    }
    Result<Edit> split(const Batch& batch) const {
        const int column = columns_.front();
        const auto& values = *batch.rows->column(column)->chunk(0);
        Edit edit;
        arrow::StringBuilder pieces;
        arrow::Int64Builder indices;
        for (std::int64_t row = 0; row < values.length(); ++row) {
            if (batch.stop.stopRequested()) return fail("stopped", "stopped");
            auto rest = stringAt(values, row);
            do {
                const auto end = values.IsNull(row) ? 0 : std::max<std::size_t>(meter_.cut(rest, most_, wholeWords_), rest.empty() ? 0 : 1);
                ANNEAL_CHECK(checked(values.IsNull(row) ? pieces.AppendNull() : pieces.Append(rest.substr(0, end)), "clean"));
                ANNEAL_CHECK(checked(indices.Append(row), "clean"));
                edit.sources.push_back(row);
                rest = rest.substr(end);
                if (wholeWords_) rest = rest.substr(std::min(rest.find_first_not_of(" \t\n"), rest.size()));
            } while (!rest.empty());
        }
        std::shared_ptr<arrow::Array> texts, rows;
        ANNEAL_CHECK(checked(pieces.Finish(&texts), "clean"));
        ANNEAL_CHECK(checked(indices.Finish(&rows), "clean"));
        if (rows->length() == values.length()) {
            edit.sources.clear();
            edit.rows = batch.rows;
            return edit;
        }
        ANNEAL_TRY(taken, checked(arrow::compute::Take(batch.rows, rows), "clean"));
        ANNEAL_TRY(whole, checked(taken.table()->CombineChunks(), "clean"));
        ANNEAL_TRY(cut, checked(whole->SetColumn(column, whole->field(column), std::make_shared<arrow::ChunkedArray>(texts)), "clean"));
        edit.rows = cut;
        return edit;
    }
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    LengthMeter meter_;
    std::int64_t most_;
    std::string action_, flag_;
    bool wholeWords_;
};

}  // namespace

const StepKind& limitLengthStep() {
    static const StepKind kind = {
        "limit_length",
        "length",
        "Cut off, split or mark texts that are too long",
        {Parameter::columns("Columns whose texts are limited; when none is named, the texts that samples are made from"),
         Parameter::count("max", {}, "The longest that a text may be").atLeast(1).required(), lengthUnitParameter(),
         lengthTokenizerParameter(),
         Parameter::choice("action", {"truncate", "split", "flag"}, "Cut the text off, make several rows of it, or mark its row"),
         Parameter::flag("whole_words", true, "Cut between words"),
         Parameter::text("flag", "too_long", "Name of the column that marks rows")},
        [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
            ANNEAL_TRY(meter, LengthMeter::create(settings));
            return std::make_unique<LimitLength>(settings, std::move(meter));
        }};
    return kind;
}

}  // namespace anneal::data
