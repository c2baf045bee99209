#include <arrow/table.h>

#include "data/clean/steps/steps.h"
#include "data/clean/twin_filter.h"
#include "data/dataset.h"
#include "data/detect/fold.h"
#include "data/row_key.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Keeps one of rows that are equal in the columns: by default those that the samples are made from.
class DropDuplicates : public TwinFilter {
public:
    explicit DropDuplicates(const Settings& settings)
        : columnNames_(settings.texts("columns")), keepLast_(settings.text("keep") == "last"), against_(settings.text("against")) {
        for (const auto& ignored : settings.texts("ignore")) {
            if (ignored == "case") folding_.ignoreCase = true;
            if (ignored == "space") folding_.space = Folding::Space::remove;
            if (ignored == "punctuation") folding_.ignorePunctuation = true;
        }
    }
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_CHECK(columnIndices(*schema, columnNames_));
        if (columnNames_.empty()) columnNames_ = mapping.content();
        columns_ = keyColumns(*schema, columnNames_);
        return schema;
    }

    struct Keys : Observation {
        std::vector<std::pair<RowKey, RowNumber>> rows;
    };
    Status prepare(const Workplace& workplace) override {
        ANNEAL_TRY(rows, EqualRows::create(workplace.scratch));
        rows_ = std::make_unique<EqualRows>(std::move(rows));
        return against_.empty() ? Status() : addReferences(workplace.stop);
    }
    Result<std::unique_ptr<Observation>> observe(const Batch& batch) const override {
        auto keys = std::make_unique<Keys>();
        for (std::size_t row = 0; row < batch.ids.size(); ++row)
            keys->rows.emplace_back(keyOf(*batch.rows, columns_, std::int64_t(row)), packed(batch.ids[row]));
        return keys;
    }
    Status absorb(Observation& observation) override {
        for (const auto& [key, row] : static_cast<Keys&>(observation).rows) ANNEAL_CHECK(rows_->add(key, row));
        return {};
    }
    Status conclude(const Workplace& workplace) override {
        ANNEAL_TRY(twins, rows_->find(keepLast_, workplace.threads, workplace.stop));
        rows_.reset();
        settle(std::move(twins));
        return {};
    }

protected:
    std::string reason(const Twin& twin) const override { return "the same as " + otherRow(twin, against_); }

private:
    RowKey keyOf(const arrow::Table& rows, const std::vector<int>& columns, std::int64_t row) const {
        return rowKey(rows, columns, row, folding_);
    }
    Status addReferences(const base::StopToken& stop) {
        ANNEAL_TRY(folder, findDataset(against_));
        ANNEAL_TRY(dataset, Dataset::open(folder));
        ANNEAL_TRY(schema, dataset.schema());
        ANNEAL_CHECK(columnIndices(*schema, columnNames_));
        const auto columns = keyColumns(*schema, columnNames_);
        return dataset.forEachPart([&](const arrow::Table& rows, std::int64_t first) -> Result<bool> {
            if (stop.stopRequested()) return fail("stopped", "stopped");
            for (std::int64_t row = 0; row < rows.num_rows(); ++row)
                ANNEAL_CHECK(rows_->addReference(keyOf(rows, columns, row), packed({first + row + 1, 0})));
            return true;
        });
    }
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    Folding folding_;
    bool keepLast_;
    std::string against_;
    std::unique_ptr<EqualRows> rows_;
};

}  // namespace

const StepKind& dropDuplicatesStep() {
    static const StepKind kind = {
        "drop_duplicates",
        "duplicates",
        "Keep one of equal rows",
        {Parameter::columns("Columns that must be equal; when none is named, those that samples are made from"),
         Parameter::choices("ignore", {"case", "space", "punctuation"}, "Differences that do not count", {"case", "space", "punctuation"}),
         Parameter::choice("keep", {"first", "last"}, "Which of equal rows stays"),
         Parameter::dataset("against", "Drop also what stands in this data set, for example the test part")},
        makeStep<DropDuplicates>};
    return kind;
}

}  // namespace anneal::data
