#include <cmath>
#include <limits>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/new_column.h"
#include "data/clean/steps/steps.h"
#include "data/detect/length.h"
#include "data/detect/numbers.h"
#include "data/number_at.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

OutlierRule ruleOf(const Settings& settings) {
    OutlierRule rule;
    const auto method = settings.text("method");
    rule.method = method == "sigma"    ? OutlierRule::Method::sigma
                  : method == "iqr"    ? OutlierRule::Method::iqr
                  : method == "robust" ? OutlierRule::Method::robust
                                       : OutlierRule::Method::both;
    rule.sigmas = settings.number("sigma");
    rule.fences = settings.number("iqr");
    rule.score = settings.number("score");
    return rule;
}

/// Finds measures that lie far from the others'. Subclasses say what is measured.
class Outliers : public Step, public Learner {
public:
    explicit Outliers(const Settings& settings)
        : columnNames_(settings.texts("columns")),
          rule_(ruleOf(settings)),
          action_(settings.text("action")),
          flag_(settings.text("flag")) {}
    Learner* learner() override { return this; }

    struct Measures : Observation {
        std::vector<std::vector<double>> columns;
    };
    Status prepare(const Workplace& workplace) override {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            ANNEAL_TRY(numbers, Numbers::create(workplace.scratch));
            numbers_.push_back(std::move(numbers));
        }
        return {};
    }
    Result<std::unique_ptr<Observation>> observe(const Batch& batch) const override {
        auto measures = std::make_unique<Measures>();
        for (const int column : columns_) {
            auto& values = measures->columns.emplace_back();
            for (std::int64_t row = 0; row < std::int64_t(batch.ids.size()); ++row) values.push_back(measure(*batch.rows, column, row));
        }
        return measures;
    }
    Status absorb(Observation& observation) override {
        const auto& measures = static_cast<Measures&>(observation);
        for (std::size_t i = 0; i < columns_.size(); ++i) ANNEAL_CHECK(numbers_[i].add(measures.columns[i]));
        return {};
    }
    Status conclude(const Workplace& workplace) override {
        for (auto& numbers : numbers_) {
            ANNEAL_TRY(spread, numbers.spread(workplace.stop));
            spreads_.push_back(spread);
        }
        numbers_.clear();
        return {};
    }
    Result<Knowledge> knowledge() const override {
        Knowledge known{OrderedJson::array(), nullptr};
        for (const auto& spread : spreads_) known.facts.push_back(toJson(spread));
        return known;
    }
    Status recall(const Knowledge& known) override {
        for (const auto& spread : known.facts) spreads_.push_back(spreadFromJson(spread));
        if (spreads_.size() != columns_.size()) return fail("plan_invalid", "the plan is about other columns", "make the plan again");
        return {};
    }

    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        std::vector<bool> flags(batch.ids.size(), false);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto bounds = boundsOf(spreads_[i], rule_);
            if (action_ == "clip") ANNEAL_CHECK(clip(edit, columns_[i], bounds));
        }
        for (std::int64_t row = 0; row < std::int64_t(flags.size()) && action_ != "clip"; ++row) {
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                const auto value = measure(*batch.rows, columns_[i], row);
                if (value != value || boundsOf(spreads_[i], rule_).contain(value)) continue;
                if (action_ == "drop") edit.drops.push_back({row, reason(*batch.rows->field(columns_[i]), value, spreads_[i])});
                flags[std::size_t(row)] = true;
                break;
            }
        }
        if (action_ != "flag") return edit;
        edit.tally["flagged"] = std::count(flags.begin(), flags.end(), true);
        ANNEAL_TRY(rows, withFlags(*batch.rows, flag_, flags));
        edit.rows = rows;
        return edit;
    }

protected:
    Result<std::shared_ptr<arrow::Schema>> settle(const std::shared_ptr<arrow::Schema>& schema, std::vector<int> columns) {
        columns_ = std::move(columns);
        return action_ == "flag" ? withField(schema, flag_, arrow::boolean()) : schema;
    }
    /// Not a number where there is nothing to measure. Any thread.
    virtual double measure(const arrow::Table& rows, int column, std::int64_t row) const = 0;
    virtual std::string reason(const arrow::Field& field, double value, const Spread& spread) const = 0;
    std::vector<std::string> columnNames_;

private:
    static Status clip(Edit& edit, int column, const Bounds& bounds) {
        const auto& values = edit.rows->column(column)->chunk(0);
        ANNEAL_TRY(clipped, clippedNumbers(*values, bounds.lowest, bounds.highest));
        if (!clipped) return {};
        ANNEAL_TRY(
            rows, checked(edit.rows->SetColumn(column, edit.rows->field(column), std::make_shared<arrow::ChunkedArray>(clipped)), "clean"));
        edit.rows = rows;
        return {};
    }
    std::vector<int> columns_;
    OutlierRule rule_;
    std::string action_, flag_;
    std::vector<Numbers> numbers_;
    std::vector<Spread> spreads_;
};

class NumberOutliers : public Outliers {
public:
    using Outliers::Outliers;
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping&) override {
        ANNEAL_TRY(columns, numberColumns(*schema, columnNames_));
        return settle(schema, std::move(columns));
    }

protected:
    double measure(const arrow::Table& rows, int column, std::int64_t row) const override {
        return numberAt(*rows.column(column)->chunk(0), row).value_or(std::numeric_limits<double>::quiet_NaN());
    }
    std::string reason(const arrow::Field& field, double value, const Spread& spread) const override {
        return field.name() + " is " + base::dumpJson(Json(value)) + ", the median is " + base::dumpJson(Json(spread.median));
    }
};

class LengthOutliers : public Outliers {
public:
    LengthOutliers(const Settings& settings, LengthMeter meter) : Outliers(settings), meter_(std::move(meter)) {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, textColumns(*schema, columnNames_.empty() ? mapping.required() : columnNames_));
        return settle(schema, std::move(columns));
    }

protected:
    double measure(const arrow::Table& rows, int column, std::int64_t row) const override {
        std::int64_t length = 0;
        visitTexts(rows, column, row, [&](std::string_view text) { length += meter_.measure(text); });
        return double(length);
    }
    std::string reason(const arrow::Field& field, double value, const Spread& spread) const override {
        return field.name() + " has " + std::to_string(std::int64_t(value)) + " " + meter_.unit() + ", the median is " +
               std::to_string(std::int64_t(spread.median));
    }

private:
    LengthMeter meter_;
};

std::vector<Parameter> parametersOf(std::string columns, std::vector<std::string> actions, std::string actionReason) {
    return {Parameter::columns(std::move(columns)),
            Parameter::choice("method", {"both", "sigma", "iqr", "robust"},
                              "both: beyond the deviations and beyond the fences; robust: by the median, which outliers do not move"),
            Parameter::number("sigma", 3, "Standard deviations from the mean").atLeast(0),
            Parameter::number("iqr", 1.5, "Interquartile ranges beyond the quartiles").atLeast(0),
            Parameter::number("score", 3.5, "Modified z-score, for robust").atLeast(0),
            Parameter::choice("action", std::move(actions), std::move(actionReason)),
            Parameter::text("flag", "outlier", "Name of the column that marks rows")};
}

}  // namespace

const StepKind& outliersStep() {
    static const StepKind kind = {"outliers", "outliers", "Drop, clip or mark numbers far from the others",
                                  parametersOf("Columns of numbers; when none is named, all", {"drop", "clip", "flag"},
                                               "Drop the row, bring the number to the nearest bound, or mark the row"),
                                  makeStep<NumberOutliers>};
    return kind;
}

const StepKind& lengthOutliersStep() {
    static const StepKind kind = [] {
        StepKind made = {"length_outliers", "outliers", "Drop or mark rows with an unusually short or long text",
                         parametersOf("Columns of text; when none is named, those that a sample cannot do without", {"drop", "flag"},
                                      "Drop the row or mark it"),
                         [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
                             ANNEAL_TRY(meter, LengthMeter::create(settings));
                             return std::make_unique<LengthOutliers>(settings, std::move(meter));
                         }};
        made.parameters.push_back(lengthUnitParameter());
        made.parameters.push_back(lengthTokenizerParameter());
        made.formerName = "drop_length_outliers";
        return made;
    }();
    return kind;
}

}  // namespace anneal::data
