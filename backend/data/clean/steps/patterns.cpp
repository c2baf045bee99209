#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/new_column.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_edit.h"
#include "data/detect/regex.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

// A pattern that gives up on more than one in ten of a block's texts is of no use, and would take hours.
constexpr std::int64_t kFewestTexts = 20, kOneIn = 10;

/// Counts texts that took too many steps.
class Patience {
public:
    bool gaveUp(Regex::Outcome outcome) {
        ++texts_;
        gaveUp_ += outcome == Regex::Outcome::gaveUp;
        return outcome == Regex::Outcome::gaveUp;
    }
    bool lost() const { return texts_ >= kFewestTexts && gaveUp_ * kOneIn > texts_; }
    Status finish(Edit& edit) const {
        if (gaveUp_ > 0) edit.tally["gave_up"] += gaveUp_;
        if (!lost()) return {};
        return fail("pattern_slow", "the pattern takes too long on " + std::to_string(gaveUp_) + " of " + std::to_string(texts_) + " texts",
                    "avoid nested repeats such as (a+)+; anchor the pattern or use possessive repeats");
    }

private:
    std::int64_t texts_ = 0, gaveUp_ = 0;
};

class ReplacePattern : public Step {
public:
    ReplacePattern(const Settings& settings, Regex regex)
        : columnNames_(settings.texts("columns")), regex_(std::move(regex)), with_(settings.text("with")) {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping&) override {
        ANNEAL_TRY(columns, textColumns(*schema, columnNames_));
        columns_ = columns;
        return schema;
    }
    Result<Edit> apply(const Batch& batch) const override {
        Patience patience;
        ANNEAL_TRY(edit, editTexts(batch, columns_, [&](std::string_view text, std::string& out) {
                       if (patience.lost()) return false;
                       const auto outcome = regex_.replace(text, with_, out);
                       return !patience.gaveUp(outcome) && outcome == Regex::Outcome::match && out != text;
                   }));
        ANNEAL_CHECK(patience.finish(edit));
        return edit;
    }

private:
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    Regex regex_;
    std::string with_;
};

class FilterPattern : public Step {
public:
    FilterPattern(const Settings& settings, Regex regex)
        : columnNames_(settings.texts("columns")), regex_(std::move(regex)), keepMatching_(settings.text("keep") == "matching") {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, columnNames_.empty() ? contentTextColumns(*schema, mapping, {}) : columnIndices(*schema, columnNames_));
        columns_ = columns;
        return schema;
    }
    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        Patience patience;
        Regex::Groups groups;
        for (std::int64_t row = 0; row < std::int64_t(batch.ids.size()) && !patience.lost(); ++row) {
            if (batch.stop.stopRequested()) return fail("stopped", "stopped");
            std::optional<std::string> where;
            bool gaveUp = false;
            for (const int column : columns_)
                visitTexts(*batch.rows, column, row, [&](std::string_view text) {
                    if (where || gaveUp) return;
                    const auto outcome = regex_.find(text, 0, groups);
                    gaveUp = patience.gaveUp(outcome);
                    if (outcome == Regex::Outcome::match) where = batch.rows->field(column)->name();
                });
            if (gaveUp) continue;
            if (where && !keepMatching_) edit.drops.push_back({row, *where + " matches the pattern"});
            if (!where && keepMatching_) edit.drops.push_back({row, "does not match the pattern"});
        }
        ANNEAL_CHECK(patience.finish(edit));
        return edit;
    }

private:
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    Regex regex_;
    bool keepMatching_;
};

class ExtractPattern : public Step {
public:
    ExtractPattern(const Settings& settings, Regex regex)
        : columnName_(settings.text("column")), into_(settings.text("into")), regex_(std::move(regex)), group_(settings.count("group")) {}
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping&) override {
        ANNEAL_TRY(column, columnIndex(*schema, columnName_));
        column_ = column;
        return withField(schema, into_, arrow::utf8());
    }
    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        Patience patience;
        arrow::StringBuilder builder;
        Regex::Groups groups;
        std::string text;
        const auto& values = *batch.rows->column(column_)->chunk(0);
        for (std::int64_t row = 0; row < values.length() && !patience.lost(); ++row) {
            text.clear();
            appendPlain(text, values, row);
            const auto outcome = values.IsNull(row) ? Regex::Outcome::none : regex_.find(text, 0, groups);
            const bool has = !patience.gaveUp(outcome) && outcome == Regex::Outcome::match && std::size_t(group_) < groups.size() &&
                             groups[std::size_t(group_)].first <= groups[std::size_t(group_)].second;
            edit.tally["extracted"] += has;
            const auto [begin, end] = has ? groups[std::size_t(group_)] : std::pair<std::size_t, std::size_t>();
            ANNEAL_CHECK(checked(has ? builder.Append(text.substr(begin, end - begin)) : builder.AppendNull(), "clean"));
        }
        ANNEAL_CHECK(patience.finish(edit));
        std::shared_ptr<arrow::Array> column;
        ANNEAL_CHECK(checked(builder.Finish(&column), "clean"));
        ANNEAL_TRY(rows, withColumn(*batch.rows, into_, column));
        edit.rows = rows;
        return edit;
    }

private:
    std::string columnName_, into_;
    int column_ = 0;
    Regex regex_;
    std::int64_t group_;
};

Parameter patternParameter() {
    return Parameter::text("pattern", "", "A regular expression as Perl has it (PCRE2); . matches a Unicode character").required();
}
Parameter caseParameter() { return Parameter::flag("ignore_case", false, "Upper and lower case are the same"); }

Result<Regex> regexOf(const Settings& settings) {
    auto regex = Regex::compile(settings.text("pattern"), settings.flag("ignore_case"));
    if (!regex) return settings.mistake(regex.error().message);
    return regex;
}

}  // namespace

const StepKind& replacePatternStep() {
    static const StepKind kind = {
        "replace_pattern",
        "values",
        "Replace what a regular expression matches",
        {textColumnsParameter(), patternParameter(),
         Parameter::text("with", "", "What to put in its place; $1 or ${name} stands for a group"), caseParameter()},
        [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
            ANNEAL_TRY(regex, regexOf(settings));
            if (auto sound = regex.checkReplacement(settings.text("with")); !sound) return settings.mistake(sound.error().message);
            return std::make_unique<ReplacePattern>(settings, std::move(regex));
        }};
    return kind;
}

const StepKind& filterPatternStep() {
    static const StepKind kind = {
        "filter_pattern",
        "values",
        "Drop rows that a regular expression matches, or all others",
        {Parameter::columns("Columns of which one must match; when none is named, the texts that samples are made from"),
         patternParameter(), Parameter::choice("keep", {"others", "matching"}, "Which rows stay"), caseParameter()},
        [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
            ANNEAL_TRY(regex, regexOf(settings));
            return std::make_unique<FilterPattern>(settings, std::move(regex));
        }};
    return kind;
}

const StepKind& extractPatternStep() {
    static const StepKind kind = {
        "extract_pattern",
        "values",
        "Put what a regular expression matches into a new column",
        {Parameter::column("column", "Where to look").required(), patternParameter(),
         Parameter::text("into", "", "Name of the new column").required(),
         Parameter::count("group", 0, "Which group of the pattern; 0: the whole match"), caseParameter()},
        [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
            ANNEAL_TRY(regex, regexOf(settings));
            if (settings.count("group") > regex.groupCount())
                return settings.mistake("group " + std::to_string(settings.count("group")) + " is not in the pattern");
            return std::make_unique<ExtractPattern>(settings, std::move(regex));
        }};
    return kind;
}

}  // namespace anneal::data
