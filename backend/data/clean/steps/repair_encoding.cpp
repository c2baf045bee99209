#include <arrow/table.h>

#include "data/clean/mojibake.h"
#include "data/clean/parameters.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_columns.h"

namespace anneal::data {
namespace {

/// Repairs text that was read in the wrong encoding, and drops the rows that stay damaged; or drops damaged rows outright.
class RepairEncoding : public Step {
public:
    RepairEncoding(std::vector<std::string> columns, bool repair, bool keepDamaged)
        : columnNames_(std::move(columns)), repair_(repair), keepDamaged_(keepDamaged) {}
    std::string_view name() const override { return "repair_encoding"; }
    OrderedJson parameters() const override {
        return {{"columns", columnNames_}, {"action", repair_ ? "repair" : "drop"}, {"damaged", keepDamaged_ ? "keep" : "drop"}};
    }
    Status bind(const arrow::Schema& schema, const Mapping&) override {
        ANNEAL_TRY(columns, textColumns(schema, columnNames_));
        columns_ = columns;
        return {};
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

Result<std::unique_ptr<Step>> makeRepairEncoding(const OrderedJson& given) {
    Parameters parameters("repair_encoding", given);
    auto columns = parameters.names("columns");
    const bool repair = parameters.choice("action", {"repair", "drop"}) == "repair";
    const bool keep = parameters.choice("damaged", {"drop", "keep"}) == "keep";
    ANNEAL_CHECK(parameters.finish());
    return std::make_unique<RepairEncoding>(std::move(columns), repair, keep);
}

}  // namespace anneal::data
