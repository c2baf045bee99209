#include <arrow/table.h>

#include "data/clean/mojibake.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_edit.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Repairs text that was read in the wrong encoding, and drops the rows that stay damaged; or drops damaged rows outright.
class RepairEncoding : public Step {
public:
    explicit RepairEncoding(const Settings& settings)
        : columnNames_(settings.texts("columns")),
          repair_(settings.text("action") == "repair"),
          keepDamaged_(settings.text("damaged") == "keep") {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping&) override {
        ANNEAL_TRY(columns, textColumns(*schema, columnNames_));
        columns_ = columns;
        return schema;
    }
    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        if (repair_) {
            ANNEAL_TRY(repaired, editTexts(batch, columns_, [](std::string_view text, std::string& out) {
                           out = repairMojibake(text);
                           return out != text;
                       }));
            edit = std::move(repaired);
        }
        if (keepDamaged_) return edit;
        for (std::int64_t row = 0; row < edit.rows->num_rows(); ++row) {
            for (const int column : columns_) {
                bool damaged = false;
                visitTexts(*edit.rows, column, row, [&](std::string_view text) {
                    damaged = damaged || looksDamaged(text) || (!repair_ && repairMojibake(text) != text);
                });
                if (!damaged) continue;
                edit.drops.push_back({row, "damaged encoding in " + edit.rows->field(column)->name()});
                break;
            }
        }
        return edit;
    }

private:
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    bool repair_, keepDamaged_;
};

}  // namespace

const StepKind& repairEncodingStep() {
    static const StepKind kind = {
        "repair_encoding",
        "text",
        "Repair text that was read in the wrong encoding; drop what stays damaged",
        {textColumnsParameter(), Parameter::choice("action", {"repair", "drop"}, "Repair misread text, or drop its row"),
         Parameter::choice("damaged", {"drop", "keep"}, "Rows whose text has lost characters for good")},
        makeStep<RepairEncoding>};
    return kind;
}

}  // namespace anneal::data
