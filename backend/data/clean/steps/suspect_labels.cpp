#include <algorithm>
#include <map>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/scalar.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/new_column.h"
#include "data/clean/steps/steps.h"
#include "data/clean/twin_filter.h"
#include "data/detect/label_doubts.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

constexpr const char* kDoubtColumn = "label_doubt";
constexpr const char* kSuggestedColumn = "label_suggested";
constexpr int kMostClasses = 1000;

std::shared_ptr<arrow::Schema> doubtsSchema() {
    return arrow::schema(
        {arrow::field("row", arrow::uint64()), arrow::field("suggested", arrow::utf8()), arrow::field("doubt", arrow::float32())});
}

/// Finds labels that the texts speak against.
class SuspectLabels : public Step, public Learner {
public:
    explicit SuspectLabels(const Settings& settings)
        : columnNames_(settings.texts("columns")),
          labelName_(settings.text("label")),
          action_(settings.text("action")),
          least_(float(settings.number("min_doubt"))),
          folds_(int(settings.count("folds"))),
          seed_(std::uint64_t(settings.count("seed"))) {}
    Learner* learner() override { return this; }
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        if (labelName_.empty()) labelName_ = mapping.column("label").value_or("label");
        ANNEAL_TRY(label, columnIndex(*schema, labelName_));
        label_ = label;
        ANNEAL_TRY(columns, contentTextColumns(*schema, mapping, columnNames_));
        columns_ = columns;
        std::erase(columns_, label_);
        if (columns_.empty()) return fail("column_type", "no column holds text besides the label", "name columns that hold text");
        if (action_ != "flag") return schema;
        ANNEAL_TRY(doubted, withField(schema, kDoubtColumn, arrow::float32()));
        return withField(doubted, kSuggestedColumn, arrow::utf8());
    }

    struct Rows : Observation {
        struct Row {
            RowNumber row;
            std::string label;
            std::vector<std::uint32_t> features;
        };
        std::vector<Row> rows;
    };
    Status prepare(const Workplace& workplace) override {
        ANNEAL_TRY(doubts, LabelDoubts::create(workplace.scratch));
        model_ = std::make_unique<LabelDoubts>(std::move(doubts));
        return {};
    }
    Result<std::unique_ptr<Observation>> observe(const Batch& batch) const override {
        auto seen = std::make_unique<Rows>();
        const auto& labels = *batch.rows->column(label_)->chunk(0);
        for (std::int64_t row = 0; row < labels.length(); ++row) {
            if (batch.stop.stopRequested()) return fail("stopped", "stopped");
            if (labels.IsNull(row)) continue;
            std::string label;
            appendPlain(label, labels, row);
            seen->rows.push_back(
                {packed(batch.ids[std::size_t(row)]), std::move(label), LabelDoubts::featuresOf(joinedTexts(*batch.rows, columns_, row))});
        }
        return seen;
    }
    Status absorb(Observation& observation) override {
        for (const auto& row : static_cast<Rows&>(observation).rows) {
            const auto [found, fresh] = classes_.emplace(row.label, int(names_.size()));
            if (fresh) names_.push_back(row.label);
            if (int(names_.size()) > kMostClasses)
                return fail("labels_unfit",
                            "column \"" + labelName_ + "\" has more than " + std::to_string(kMostClasses) + " different labels",
                            "name a column of classes");
            ANNEAL_CHECK(model_->add(row.row, found->second, row.features));
        }
        return {};
    }
    Status conclude(const Workplace& workplace) override {
        ANNEAL_TRY(doubts, model_->find(int(names_.size()), folds_, seed_, workplace.threads, workplace.stop));
        model_.reset();
        for (const auto& doubt : doubts)
            if (1 - doubt.given >= least_) verdicts_.push_back({doubt.row, names_[std::size_t(doubt.suggested)], 1 - doubt.given});
        return {};
    }
    Result<Knowledge> knowledge() const override {
        arrow::UInt64Builder rows;
        arrow::StringBuilder suggested;
        arrow::FloatBuilder doubts;
        for (const auto& verdict : verdicts_) {
            ANNEAL_CHECK(checked(rows.Append(verdict.row), "plan"));
            ANNEAL_CHECK(checked(suggested.Append(verdict.suggested), "plan"));
            ANNEAL_CHECK(checked(doubts.Append(verdict.doubt), "plan"));
        }
        arrow::ArrayVector columns(3);
        ANNEAL_CHECK(checked(rows.Finish(&columns[0]), "plan"));
        ANNEAL_CHECK(checked(suggested.Finish(&columns[1]), "plan"));
        ANNEAL_CHECK(checked(doubts.Finish(&columns[2]), "plan"));
        return Knowledge{OrderedJson::object(), arrow::Table::Make(doubtsSchema(), columns)};
    }
    Status recall(const Knowledge& known) override {
        if (!known.rows || !known.rows->schema()->Equals(*doubtsSchema()))
            return fail("plan_invalid", "the plan does not say which labels are doubted", "make the plan again");
        verdicts_.clear();
        if (known.rows->num_rows() == 0) return {};
        const auto column = [&](int index) { return known.rows->column(index)->chunk(0); };
        for (std::int64_t i = 0; i < known.rows->num_rows(); ++i)
            verdicts_.push_back({static_cast<const arrow::UInt64Array&>(*column(0)).Value(i),
                                 static_cast<const arrow::StringArray&>(*column(1)).GetString(i),
                                 static_cast<const arrow::FloatArray&>(*column(2)).Value(i)});
        return {};
    }

    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        if (action_ == "drop") {
            for (std::size_t row = 0; row < batch.ids.size(); ++row)
                if (const auto* verdict = verdictOn(batch.ids[row]))
                    edit.drops.push_back({std::int64_t(row), "the text speaks for " + verdict->suggested});
            return edit;
        }
        return action_ == "relabel" ? relabelled(batch, std::move(edit)) : flagged(batch, std::move(edit));
    }

private:
    struct Verdict {
        RowNumber row;
        std::string suggested;
        float doubt;  ///< 1 less the probability of the row's own class
    };
    const Verdict* verdictOn(const RowId& id) const {
        const auto row = packed(id);
        const auto found = std::lower_bound(verdicts_.begin(), verdicts_.end(), row,
                                            [](const Verdict& one, RowNumber number) { return one.row < number; });
        return found != verdicts_.end() && found->row == row ? &*found : nullptr;
    }
    Result<Edit> relabelled(const Batch& batch, Edit edit) const {
        const auto& labels = *batch.rows->column(label_)->chunk(0);
        ANNEAL_TRY(builder, checked(arrow::MakeBuilder(labels.type()), "clean"));
        for (std::int64_t row = 0; row < labels.length(); ++row) {
            if (const auto* verdict = verdictOn(batch.ids[std::size_t(row)])) {
                ANNEAL_TRY(label, checked(arrow::Scalar::Parse(labels.type(), verdict->suggested), "clean"));
                ANNEAL_CHECK(checked(builder->AppendScalar(*label), "clean"));
            } else {
                ANNEAL_CHECK(checked(builder->AppendArraySlice(*labels.data(), row, 1), "clean"));
            }
        }
        std::shared_ptr<arrow::Array> column;
        ANNEAL_CHECK(checked(builder->Finish(&column), "clean"));
        ANNEAL_TRY(rows, checked(batch.rows->SetColumn(label_, batch.rows->field(label_), std::make_shared<arrow::ChunkedArray>(column)),
                                 "clean"));
        edit.rows = rows;
        return edit;
    }
    Result<Edit> flagged(const Batch& batch, Edit edit) const {
        arrow::FloatBuilder doubts;
        arrow::StringBuilder suggested;
        for (const auto& id : batch.ids) {
            const auto* verdict = verdictOn(id);
            edit.tally["suspected"] += verdict != nullptr;
            ANNEAL_CHECK(checked(verdict ? doubts.Append(verdict->doubt) : doubts.AppendNull(), "clean"));
            ANNEAL_CHECK(checked(verdict ? suggested.Append(verdict->suggested) : suggested.AppendNull(), "clean"));
        }
        std::shared_ptr<arrow::Array> column;
        ANNEAL_CHECK(checked(doubts.Finish(&column), "clean"));
        ANNEAL_TRY(doubted, withColumn(*batch.rows, kDoubtColumn, column));
        ANNEAL_CHECK(checked(suggested.Finish(&column), "clean"));
        ANNEAL_TRY(rows, withColumn(*doubted, kSuggestedColumn, column));
        edit.rows = rows;
        return edit;
    }

    std::vector<std::string> columnNames_;
    std::string labelName_, action_;
    float least_;
    int folds_;
    std::uint64_t seed_;
    int label_ = 0;
    std::vector<int> columns_;
    std::map<std::string, int> classes_;
    std::vector<std::string> names_;
    std::unique_ptr<LabelDoubts> model_;
    std::vector<Verdict> verdicts_;  ///< by row
};

}  // namespace

const StepKind& suspectLabelsStep() {
    static const StepKind kind = {
        "suspect_labels",
        "labels",
        "Find labels that the texts speak against (confident learning); changes none unless asked",
        {Parameter::columns("Columns whose texts are judged together; when none is named, the texts that samples are made from"),
         Parameter::column("label", "Column of the label; when none is named, the one that the data set's shape names"),
         Parameter::choice("action", {"flag", "drop", "relabel"},
                           "Add the columns label_doubt and label_suggested, drop such rows, or put the suggested label in"),
         Parameter::number("min_doubt", 0.5, "How sure the model must be that the label is wrong").between(0, 1),
         Parameter::count("folds", 5, "A row is judged by a model that was trained on the other folds").between(2, 20),
         Parameter::count("seed", 42, "Deals rows into folds")},
        makeStep<SuspectLabels>};
    return kind;
}

}  // namespace anneal::data
