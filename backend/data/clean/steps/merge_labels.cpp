#include <map>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/repairs.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_edit.h"
#include "data/detect/edit_distance.h"
#include "data/detect/fold.h"
#include "data/detect/value_counts.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// "Not-Spam ", "not spam" and "NOT_SPAM" have one normal form.
std::string normalForm(std::string_view label) {
    std::string form;
    fold(label, {true, Folding::Space::remove, true}, form);
    std::erase(form, '_');
    return form;
}

/// Merges spellings of the same label into the most frequent one.
class MergeLabels : public Step, public Learner {
public:
    explicit MergeLabels(const Settings& settings)
        : columnNames_(settings.texts("columns")),
          mostEdits_(std::size_t(settings.count("edits"))),
          dominance_(settings.number("dominance")) {}
    Learner* learner() override { return this; }
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        if (columnNames_.empty()) columnNames_.push_back(mapping.column("label").value_or("label"));
        ANNEAL_TRY(columns, textColumns(*schema, columnNames_));
        columns_ = columns;
        counts_.resize(columns.size());
        return schema;
    }

    struct Seen : Observation {
        std::vector<ValueCounts> columns;
    };
    Result<std::unique_ptr<Observation>> observe(const Batch& batch) const override {
        auto seen = std::make_unique<Seen>();
        for (const int column : columns_) {
            auto& counts = seen->columns.emplace_back();
            const auto& values = *batch.rows->column(column)->chunk(0);
            for (std::int64_t row = 0; row < values.length(); ++row)
                if (!values.IsNull(row)) counts.add(stringAt(values, row));
        }
        return seen;
    }
    Status absorb(Observation& observation) override {
        auto& seen = static_cast<Seen&>(observation);
        for (std::size_t i = 0; i < columns_.size(); ++i) counts_[i].add(seen.columns[i]);
        return {};
    }
    Status conclude(const Workplace& workplace) override {
        for (std::size_t i = 0; i < columns_.size(); ++i) ANNEAL_CHECK(merge(std::int32_t(i), counts_[i], workplace.stop));
        counts_.clear();
        return {};
    }
    Result<Knowledge> knowledge() const override { return repairs_.knowledge(); }
    Status recall(const Knowledge& known) override { return repairs_.recall(known); }

    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        for (std::size_t i = 0; i < columns_.size() && !repairs_.empty(); ++i) {
            const auto column = std::int32_t(i);
            const auto mend = [&](std::string_view label, std::string& out) {
                const auto* right = repairs_.find(column, 0, label);
                if (right) out = *right;
                return right != nullptr;
            };
            ANNEAL_TRY(edited, editTexts(Batch{edit.rows, {}, batch.block, batch.stop}, {columns_[i]}, TextEdit(mend)));
            edit.rows = edited.rows;
        }
        return edit;
    }

private:
    /// Spellings of one label; the first is the most frequent.
    struct Label {
        std::string form;
        std::vector<ValueCount> spellings;
        std::int64_t count = 0;
    };

    Status merge(std::int32_t column, const ValueCounts& counts, const base::StopToken& stop) {
        std::vector<Label> labels;
        std::map<std::string, std::size_t> byForm;
        for (auto& value : counts.top(counts.kept())) {
            const auto form = normalForm(value.value);
            const auto [found, fresh] = byForm.emplace(form, labels.size());
            if (fresh) labels.push_back({form, {}, 0});
            labels[found->second].count += value.count;
            labels[found->second].spellings.push_back(std::move(value));
        }
        std::stable_sort(labels.begin(), labels.end(), [](const Label& a, const Label& b) { return a.count > b.count; });
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (stop.stopRequested()) return fail("stopped", "stopped");
            const auto& right = rightOf(labels, i).spellings.front().value;
            for (const auto& spelling : labels[i].spellings)
                if (spelling.value != right) repairs_.add({column, 0, spelling.value, right});
        }
        return {};
    }
    /// The one much more frequent label that label `rare` is a misspelling of, or itself.
    const Label& rightOf(const std::vector<Label>& labels, std::size_t rare) const {
        const auto& label = labels[rare];
        const Label* right = nullptr;
        auto nearest = mostEdits_ + 1;
        bool tied = false;
        for (std::size_t i = 0; i < rare && double(labels[i].count) >= dominance_ * double(label.count); ++i) {
            // Of very short labels every edit makes another one.
            if (std::size_t(characterCount(labels[i].form)) <= 2 * mostEdits_ || !mayBeMisspelt(label.form, labels[i].form)) continue;
            const auto distance = editDistance(label.form, labels[i].form, std::min(nearest, mostEdits_));
            if (!distance) continue;
            tied = *distance == nearest;
            nearest = *distance;
            if (!tied) right = &labels[i];
        }
        return right && !tied ? *right : label;
    }

    std::vector<std::string> columnNames_;
    std::size_t mostEdits_;
    double dominance_;
    std::vector<int> columns_;
    std::vector<ValueCounts> counts_;
    Repairs repairs_;
};

}  // namespace

const StepKind& mergeLabelsStep() {
    static const StepKind kind = {
        "merge_labels",
        "labels",
        "Merge spellings of the same label: case, spaces and punctuation aside, and rare misspellings",
        {Parameter::columns("Columns of labels; when none is named, the label"),
         Parameter::count("edits", 1,
                          "Most characters by which a misspelling differs; 0: only case, spaces and punctuation count as spelling")
             .between(0, 5),
         Parameter::number("dominance", 10, "How many times as frequent the right label must be than a misspelling").atLeast(1)},
        makeStep<MergeLabels>};
    return kind;
}

}  // namespace anneal::data
