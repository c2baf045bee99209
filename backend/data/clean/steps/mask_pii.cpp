#include <map>
#include <unordered_map>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>
#include <xxhash.h>

#include "data/arrow_result.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_edit.h"
#include "data/detect/pii.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// A value's kind and hash: what is kept of it, so that a plan holds no personal data.
using Known = std::uint64_t;
Known knownBy(std::string_view text, Pii kind) {
    const auto value = piiValue(text, kind);
    return XXH3_64bits_withSeed(value.data(), value.size(), std::uint64_t(kind) + 1);
}

/// Masks personal data and secrets. Equal values get equal placeholders within a row or within the data set.
class MaskPii : public Step, public Learner {
public:
    explicit MaskPii(const Settings& settings)
        : columnNames_(settings.texts("columns")),
          kinds_(settings.texts("kinds")),
          numbering_(settings.text("number")),
          leastWords_(settings.count("min_words")) {}
    Learner* learner() override { return numbering_ == "dataset" ? this : nullptr; }

    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping&) override {
        ANNEAL_TRY(columns, textColumns(*schema, columnNames_));
        columns_ = columns;
        return schema;
    }

    struct Values : Observation {
        std::vector<std::pair<Pii, Known>> found;  ///< in order
    };
    Result<std::unique_ptr<Observation>> observe(const Batch& batch) const override {
        auto values = std::make_unique<Values>();
        for (std::int64_t row = 0; row < std::int64_t(batch.ids.size()); ++row) {
            if (batch.stop.stopRequested()) return fail("stopped", "stopped");
            for (const int column : columns_)
                visitTexts(*batch.rows, column, row, [&](std::string_view text) {
                    for (const auto& span : findPii(text, kinds_))
                        values->found.emplace_back(span.kind, knownBy(text.substr(span.begin, span.size), span.kind));
                });
        }
        return values;
    }
    Status absorb(Observation& observation) override {
        for (const auto& [kind, known] : static_cast<Values&>(observation).found) numberOf(numbers_, kind, known);
        return {};
    }
    Status conclude(const Workplace&) override { return {}; }
    Result<Knowledge> knowledge() const override {
        std::vector<std::pair<Known, std::uint32_t>> all(numbers_.of.begin(), numbers_.of.end());
        std::sort(all.begin(), all.end());
        arrow::UInt64Builder values;
        arrow::UInt32Builder numbers;
        for (const auto& [known, number] : all) {
            ANNEAL_CHECK(checked(values.Append(known), "plan"));
            ANNEAL_CHECK(checked(numbers.Append(number), "plan"));
        }
        arrow::ArrayVector columns(2);
        ANNEAL_CHECK(checked(values.Finish(&columns[0]), "plan"));
        ANNEAL_CHECK(checked(numbers.Finish(&columns[1]), "plan"));
        const auto schema = arrow::schema({arrow::field("value", arrow::uint64()), arrow::field("number", arrow::uint32())});
        return Knowledge{OrderedJson::object(), arrow::Table::Make(schema, columns)};
    }
    Status recall(const Knowledge& known) override {
        if (!known.rows || known.rows->num_columns() != 2) return fail("plan_invalid", "the plan has no numbers", "make the plan again");
        if (known.rows->num_rows() == 0) return {};
        const auto& values = static_cast<const arrow::UInt64Array&>(*known.rows->column(0)->chunk(0));
        const auto& numbers = static_cast<const arrow::UInt32Array&>(*known.rows->column(1)->chunk(0));
        for (std::int64_t i = 0; i < values.length(); ++i) numbers_.of[values.Value(i)] = numbers.Value(i);
        return {};
    }

    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        std::vector<Numbers> rows(numbering_ == "row" ? batch.ids.size() : 0);
        std::vector<std::optional<std::int64_t>> wordsLeft(batch.ids.size());
        for (const int column : columns_) {
            const auto mask = [&](std::int64_t row, std::string_view text, std::string& out) {
                const auto spans = findPii(text, kinds_);
                if (spans.empty()) return false;
                std::size_t copied = 0;
                std::string rest;
                for (const auto& span : spans) {
                    out.append(text, copied, span.begin - copied);
                    rest.append(text, copied, span.begin - copied);
                    rest += ' ';
                    const auto value = text.substr(span.begin, span.size);
                    out += placeholder(span.kind, value, rows.empty() ? nullptr : &rows[std::size_t(row)]);
                    ++edit.tally[std::string(piiName(span.kind))];
                    copied = span.begin + span.size;
                }
                out.append(text, copied, std::string_view::npos);
                rest.append(text, copied, std::string_view::npos);
                auto& left = wordsLeft[std::size_t(row)];
                left = std::min(left.value_or(wordCount(rest)), wordCount(rest));
                return true;
            };
            ANNEAL_TRY(edited, editTexts(Batch{edit.rows, {}, batch.block, batch.stop}, {column}, mask));
            edit.rows = edited.rows;
        }
        for (std::size_t row = 0; row < wordsLeft.size(); ++row)
            if (wordsLeft[row] && *wordsLeft[row] < leastWords_)
                edit.drops.push_back({std::int64_t(row), std::to_string(*wordsLeft[row]) + " words left after masking, " +
                                                             std::to_string(leastWords_) + " needed"});
        return edit;
    }

private:
    struct Numbers {
        std::unordered_map<Known, std::uint32_t> of;
        std::map<Pii, std::uint32_t> last;
    };
    static std::uint32_t numberOf(Numbers& numbers, Pii kind, Known known) {
        const auto [found, fresh] = numbers.of.emplace(known, 0);
        if (fresh) found->second = ++numbers.last[kind];
        return found->second;
    }
    std::string placeholder(Pii kind, std::string_view value, Numbers* row) const {
        auto text = "[" + std::string(piiLabel(kind));
        if (row) {
            text += "_" + std::to_string(numberOf(*row, kind, knownBy(value, kind)));
        } else if (numbering_ == "dataset") {
            const auto found = numbers_.of.find(knownBy(value, kind));
            // A value that the plan has not seen stands in rows that were not there when it was made.
            if (found != numbers_.of.end()) text += "_" + std::to_string(found->second);
        }
        return text + "]";
    }

    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    PiiKinds kinds_;
    std::string numbering_;
    std::int64_t leastWords_;
    Numbers numbers_;
};

std::vector<std::string> kindNames() {
    std::vector<std::string> names;
    for (const auto kind : kAllPii) names.emplace_back(piiName(kind));
    return names;
}

}  // namespace

const StepKind& maskPiiStep() {
    static const StepKind kind = [] {
        StepKind made = {
            "mask_pii",
            "privacy",
            "Replace personal data and secrets by placeholders",
            {textColumnsParameter(), Parameter::choices("kinds", kindNames(), "What to mask"),
             Parameter::choice("number", {"row", "dataset", "none"},
                               "Equal values get equal numbers within a row or within the data set ([EMAIL_1]); none: just [EMAIL]"),
             Parameter::count("min_words", 0, "Drop a row if fewer words than this are left in a masked text")},
            makeStep<MaskPii>};
        made.hidesValues = true;
        return made;
    }();
    return kind;
}

}  // namespace anneal::data
