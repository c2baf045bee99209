#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/row_filter.h"
#include "data/clean/steps/steps.h"
#include "data/detect/length.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Drops rows with a value shorter or longer than the bounds.
class DropLength : public RowFilter {
public:
    DropLength(const Settings& settings, LengthMeter meter)
        : columnNames_(settings.texts("columns")), meter_(std::move(meter)), least_(settings.count("min")) {
        if (settings.has("max")) most_ = settings.count("max");
    }
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, textColumns(*schema, columnNames_.empty() ? mapping.required() : columnNames_));
        columns_ = columns;
        return schema;
    }

protected:
    std::optional<std::string> objection(const arrow::Table& rows, std::int64_t row) const override {
        for (const int column : columns_) {
            std::int64_t length = 0;
            visitTexts(rows, column, row, [&](std::string_view text) { length += meter_.measure(text); });
            if (length >= least_ && (!most_ || length <= *most_)) continue;
            return rows.field(column)->name() + " has " + std::to_string(length) + " " + meter_.unit();
        }
        return {};
    }

private:
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    LengthMeter meter_;
    std::int64_t least_;
    std::optional<std::int64_t> most_;
};

}  // namespace

const StepKind& dropLengthStep() {
    static const StepKind kind = {
        "drop_length",
        "length",
        "Drop rows with a value shorter or longer than the bounds",
        {Parameter::columns("Columns whose length counts, each by itself; when none is named, those that a sample cannot do without"),
         Parameter::count("min", 0, "Shorter values go"), Parameter::count("max", {}, "Longer values go; not set: none is too long"),
         lengthUnitParameter(), lengthTokenizerParameter()},
        [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
            if (settings.has("max") && settings.count("max") < settings.count("min")) return settings.mistake("max is less than min");
            ANNEAL_TRY(meter, LengthMeter::create(settings));
            return std::make_unique<DropLength>(settings, std::move(meter));
        }};
    return kind;
}

}  // namespace anneal::data
