#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/steps/steps.h"
#include "data/clean/twin_filter.h"
#include "data/dataset.h"
#include "data/detect/near_rows.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Keeps one of rows whose texts are nearly the same.
class DropNearDuplicates : public TwinFilter {
public:
    explicit DropNearDuplicates(const Settings& settings)
        : columnNames_(settings.texts("columns")), groupName_(settings.text("within")), against_(settings.text("against")) {
        options_.threshold = settings.number("threshold");
        options_.shingling.unit = settings.text("unit") == "words" ? Shingling::Unit::words : Shingling::Unit::characters;
        options_.shingling.size = int(settings.count("ngram"));
        options_.folding.ignoreCase = settings.flag("ignore_case");
        options_.keepLongest = settings.text("keep") == "longest";
    }
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, contentTextColumns(*schema, mapping, columnNames_));
        columns_ = columns;
        columnNames_.clear();
        for (const int column : columns) columnNames_.push_back(schema->field(column)->name());
        if (columns.empty()) return fail("column_type", "no column holds text to compare", "name columns that hold text");
        ANNEAL_CHECK(groupColumn(*schema, group_));
        return schema;
    }

    struct Sketches : Observation {
        std::vector<std::pair<NearRows::Sketch, RowNumber>> rows;
    };
    Status prepare(const Workplace& workplace) override {
        ANNEAL_TRY(rows, NearRows::create(options_, workplace.scratch));
        rows_ = std::make_unique<NearRows>(std::move(rows));
        return against_.empty() ? Status() : addReferences(workplace.stop);
    }
    Result<std::unique_ptr<Observation>> observe(const Batch& batch) const override {
        auto sketches = std::make_unique<Sketches>();
        for (std::size_t row = 0; row < batch.ids.size(); ++row) {
            if (batch.stop.stopRequested()) return fail("stopped", "stopped");
            sketches->rows.emplace_back(sketchOf(*batch.rows, columns_, group_, std::int64_t(row)), packed(batch.ids[row]));
        }
        return sketches;
    }
    Status absorb(Observation& observation) override {
        for (const auto& [sketch, row] : static_cast<Sketches&>(observation).rows) ANNEAL_CHECK(rows_->add(sketch, row));
        return {};
    }
    Status conclude(const Workplace& workplace) override {
        ANNEAL_TRY(found, rows_->find(workplace.threads, workplace.progress, workplace.stop));
        rows_.reset();
        settle(std::move(found.twins));
        return {};
    }

protected:
    std::string reason(const Twin& twin) const override {
        return std::to_string(int(twin.similarity * 100)) + " % the same as " + otherRow(twin, against_);
    }

private:
    Status groupColumn(const arrow::Schema& schema, std::optional<int>& group) const {
        group.reset();
        if (groupName_.empty()) return {};
        ANNEAL_TRY(index, columnIndex(schema, groupName_));
        group = index;
        return {};
    }
    NearRows::Sketch sketchOf(const arrow::Table& rows, const std::vector<int>& columns, const std::optional<int>& group,
                              std::int64_t row) const {
        std::string value;
        if (group) appendJson(value, *rows.column(*group)->chunk(0), row);
        return rows_->sketch(joinedTexts(rows, columns, row), value);
    }
    Status addReferences(const base::StopToken& stop) {
        ANNEAL_TRY(folder, findDataset(against_));
        ANNEAL_TRY(dataset, Dataset::open(folder));
        ANNEAL_TRY(schema, dataset.schema());
        ANNEAL_TRY(columns, textColumns(*schema, columnNames_));
        std::optional<int> group;
        ANNEAL_CHECK(groupColumn(*schema, group));
        return dataset.forEachPart([&](const arrow::Table& rows, std::int64_t first) -> Result<bool> {
            for (std::int64_t row = 0; row < rows.num_rows(); ++row) {
                if (stop.stopRequested()) return fail("stopped", "stopped");
                ANNEAL_CHECK(rows_->addReference(sketchOf(rows, columns, group, row), packed({first + row + 1, 0})));
            }
            return true;
        });
    }
    std::vector<std::string> columnNames_;
    std::string groupName_, against_;
    NearOptions options_;
    std::vector<int> columns_;
    std::optional<int> group_;
    std::unique_ptr<NearRows> rows_;
};

}  // namespace

const StepKind& dropNearDuplicatesStep() {
    static const StepKind kind = {
        "drop_near_duplicates",
        "duplicates",
        "Keep one of rows whose texts are nearly the same",
        {Parameter::columns("Columns whose texts are compared; when none is named, those that samples are made from"),
         Parameter::number("threshold", 0.8, "Share of n-grams in common (Jaccard) from which two rows count as the same").between(0.2, 1),
         Parameter::choice("unit", {"characters", "words"}, "What n-grams are made of; characters suit short and Chinese texts"),
         Parameter::count("ngram", 5, "Units an n-gram").between(1, 50),
         Parameter::choice("keep", {"first", "longest"}, "Which of similar rows stays"),
         Parameter::column("within", "Compare only rows with the same value in this column"),
         Parameter::flag("ignore_case", true, "Upper and lower case count as the same"),
         Parameter::dataset("against", "Drop also what resembles a row of this data set, for example the test part")},
        makeStep<DropNearDuplicates>};
    return kind;
}

}  // namespace anneal::data
