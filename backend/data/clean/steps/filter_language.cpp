#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/new_column.h"
#include "data/clean/steps/steps.h"
#include "data/detect/language.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

constexpr const char* kLanguageColumn = "language";
constexpr const char* kConfidenceColumn = "language_confidence";

/// Keeps rows in the wanted languages, or writes down which language each row is in.
class FilterLanguage : public Step {
public:
    explicit FilterLanguage(const Settings& settings)
        : columnNames_(settings.texts("columns")),
          languages_(settings.texts("keep")),
          least_(settings.number("min_confidence")),
          keepUnknown_(settings.text("unknown") == "keep"),
          flag_(settings.text("action") == "flag") {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, contentTextColumns(*schema, mapping, columnNames_));
        columns_ = columns;
        if (!flag_) return schema;
        ANNEAL_TRY(named, withField(schema, kLanguageColumn, arrow::utf8()));
        return withField(named, kConfidenceColumn, arrow::float64());
    }
    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        arrow::StringBuilder codes;
        arrow::DoubleBuilder confidences;
        for (std::int64_t row = 0; row < std::int64_t(batch.ids.size()); ++row) {
            if (batch.stop.stopRequested()) return fail("stopped", "stopped");
            const auto language = detectLanguage(joinedTexts(*batch.rows, columns_, row));
            ++edit.tally[language.code];
            if (flag_) {
                ANNEAL_CHECK(checked(codes.Append(language.code), "clean"));
                ANNEAL_CHECK(checked(confidences.Append(language.confidence), "clean"));
            } else if (!wanted(language)) {
                edit.drops.push_back({row, language.code == "und" ? "the language cannot be told"
                                                                  : "in " + language.code + ", " + percent(language.confidence) + " sure"});
            }
        }
        if (!flag_) return edit;
        std::shared_ptr<arrow::Array> column;
        ANNEAL_CHECK(checked(codes.Finish(&column), "clean"));
        ANNEAL_TRY(named, withColumn(*batch.rows, kLanguageColumn, column));
        ANNEAL_CHECK(checked(confidences.Finish(&column), "clean"));
        ANNEAL_TRY(rows, withColumn(*named, kConfidenceColumn, column));
        edit.rows = rows;
        return edit;
    }

private:
    bool wanted(const Language& language) const {
        if (language.code == "und" || language.confidence < least_) return keepUnknown_;
        return std::any_of(languages_.begin(), languages_.end(), [&](const auto& one) { return isLanguage(language.code, one); });
    }
    static std::string percent(double share) { return std::to_string(int(share * 100 + 0.5)) + " %"; }

    std::vector<std::string> columnNames_, languages_;
    std::vector<int> columns_;
    double least_;
    bool keepUnknown_, flag_;
};

}  // namespace

const StepKind& filterLanguageStep() {
    static const StepKind kind = {
        "filter_language",
        "language",
        "Keep rows in the wanted languages, or write down each row's language",
        {Parameter::columns("Columns whose texts are judged together; when none is named, the texts that samples are made from"),
         Parameter::texts("keep", "Languages that stay: en, de, fr, es, ru, ar, ja, ko, zh (or zh-Hans, zh-Hant) and some 70 more"),
         Parameter::number("min_confidence", 0.5, "Below this the language counts as unknown").between(0, 1),
         Parameter::choice("unknown", {"keep", "drop"}, "Rows whose language cannot be told: short texts, code, numbers"),
         Parameter::choice("action", {"drop", "flag"}, "Drop the others, or add the columns language and language_confidence")},
        [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
            if (settings.text("action") == "drop" && settings.texts("keep").empty())
                return settings.mistake("keep is missing: languages that stay");
            return std::make_unique<FilterLanguage>(settings);
        }};
    return kind;
}

}  // namespace anneal::data
