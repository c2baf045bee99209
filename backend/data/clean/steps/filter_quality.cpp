#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/row_filter.h"
#include "data/clean/steps/steps.h"
#include "data/detect/quality.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Drops rows whose texts break a rule of quality.
class FilterQuality : public RowFilter {
public:
    explicit FilterQuality(const Settings& settings)
        : columnNames_(settings.texts("columns")), shortest_(double(settings.count("from_words"))) {
        const auto names = settings.texts("rules");
        for (const auto& rule : kQualityRules)
            if (std::find(names.begin(), names.end(), rule.name) != names.end())
                rules_.emplace_back(&rule, settings.number(std::string(rule.name)));
    }
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, contentTextColumns(*schema, mapping, columnNames_));
        columns_ = columns;
        return schema;
    }

protected:
    std::optional<std::string> objection(const arrow::Table& rows, std::int64_t row) const override {
        const auto signals = measureQuality(joinedTexts(rows, columns_, row));
        const bool judged = signals[std::size_t(Signal::words)].value_or(0) >= shortest_;
        for (const auto& [rule, bound] : rules_) {
            if ((!judged && !rule->always) || !breaks(*rule, bound, signals)) continue;
            std::string value;
            appendReal(value, std::round(1000 * *signals[std::size_t(rule->signal)]) / 1000);
            return std::string(rule->name) + ": " + value;
        }
        return {};
    }

private:
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    double shortest_;
    std::vector<std::pair<const QualityRule*, double>> rules_;
};

std::vector<Parameter> parameters() {
    std::vector<std::string> names, off;
    for (const auto& rule : kQualityRules) {
        names.emplace_back(rule.name);
        if (!rule.byDefault) off.emplace_back(rule.name);
    }
    std::vector<Parameter> all = {
        Parameter::columns("Columns whose texts are judged together; when none is named, the texts that samples are made from"),
        Parameter::choices("rules", names, "Which rules apply; a row that breaks one goes", off),
        Parameter::count("from_words", 20, "Shares say little of short texts: below this only counts are looked at")};
    for (const auto& rule : kQualityRules)
        all.push_back(Parameter::number(std::string(rule.name), rule.bound, std::string(rule.reason)).atLeast(0));
    return all;
}

}  // namespace

const StepKind& filterQualityStep() {
    static const StepKind kind = {"filter_quality", "quality",
                                  "Drop texts that break rules of quality, as web texts are filtered for training", parameters(),
                                  makeStep<FilterQuality>};
    return kind;
}

}  // namespace anneal::data
