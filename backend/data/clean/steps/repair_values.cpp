#include <map>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/repairs.h"
#include "data/clean/steps/steps.h"
#include "data/detect/edit_distance.h"
#include "data/detect/value_counts.h"
#include "data/render.h"
#include "data/row_key.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

constexpr std::int64_t kRowsBetweenLooks = 64;

std::size_t mostEdits(std::string_view right, double similarity) {
    return std::size_t(double(characterCount(right)) * (1 - similarity) + 1e-9);
}

/// Calls `visit` with each word and the gaps between (false).
template <class Visit>
void forEachWord(std::string_view text, const Visit& visit) {
    for (std::size_t at = 0; at < text.size();) {
        const bool gap = text[at] == ' ';
        auto end = at;
        while (end < text.size() && (text[end] == ' ') == gap) ++end;
        visit(text.substr(at, end - at), !gap);
        at = end;
    }
}

/// Repairs misspelt values. Where rows with the same key must agree (a functional dependency), the value that most of them have is
/// right; without a key a rare value that is close to just one frequent value is wrong.
class RepairValues : public Step, public Learner {
public:
    explicit RepairValues(const Settings& settings)
        : columnNames_(settings.texts("columns")),
          keyNames_(settings.texts("by")),
          similarity_(settings.number("similarity")),
          dominance_(settings.number("dominance")),
          words_(settings.text("unit") == "words") {}
    Learner* learner() override { return this; }

    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping&) override {
        ANNEAL_TRY(columns, textColumns(*schema, columnNames_));
        ANNEAL_TRY(keys, columnIndices(*schema, keyNames_));
        columns_ = columns;
        keys_ = keys;
        counts_.resize(columns_.size());
        return schema;
    }

    struct Seen : Observation {
        /// A column: values by group.
        std::vector<std::map<std::uint64_t, std::map<std::string, std::int64_t>>> columns;
    };
    Result<std::unique_ptr<Observation>> observe(const Batch& batch) const override {
        auto seen = std::make_unique<Seen>();
        seen->columns.resize(columns_.size());
        for (std::int64_t row = 0; row < std::int64_t(batch.ids.size()); ++row) {
            const auto group = groupOf(*batch.rows, row);
            if (!group) continue;
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                const auto value = stringAt(*batch.rows->column(columns_[i])->chunk(0), row);
                auto& values = seen->columns[i][*group];
                if (!words_) {
                    if (!value.empty()) ++values[std::string(value)];
                    continue;
                }
                forEachWord(value, [&](std::string_view word, bool isWord) {
                    if (isWord) ++values[std::string(word)];
                });
            }
        }
        return seen;
    }
    Status absorb(Observation& observation) override {
        auto& seen = static_cast<Seen&>(observation);
        for (std::size_t i = 0; i < columns_.size(); ++i)
            for (const auto& [group, values] : seen.columns[i]) {
                auto& counts = counts_[i][group];
                for (const auto& [value, times] : values) counts.add(value, times);
            }
        return {};
    }
    Status conclude(const Workplace& workplace) override {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            for (const auto& [group, counts] : counts_[i]) {
                if (workplace.stop.stopRequested()) return fail("stopped", "stopped");
                ANNEAL_CHECK(keys_.empty() ? repairByFrequency(std::int32_t(i), counts, workplace.stop)
                                           : repairByMajority(std::int32_t(i), group, counts));
            }
        }
        counts_.clear();
        return {};
    }
    Result<Knowledge> knowledge() const override { return repairs_.knowledge(); }
    Status recall(const Knowledge& known) override { return repairs_.recall(known); }

    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        if (repairs_.empty()) return edit;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            ANNEAL_TRY(repaired, repairColumn(batch, i));
            if (!repaired) continue;
            const int column = columns_[i];
            ANNEAL_TRY(
                rows,
                checked(edit.rows->SetColumn(column, edit.rows->field(column), std::make_shared<arrow::ChunkedArray>(repaired)), "clean"));
            edit.rows = rows;
        }
        return edit;
    }

private:
    /// Nothing for a row without a key.
    std::optional<std::uint64_t> groupOf(const arrow::Table& rows, std::int64_t row) const {
        if (keys_.empty()) return 0;
        for (const int key : keys_)
            if (rows.column(key)->chunk(0)->IsNull(row)) return {};
        return rowKey(rows, keys_, row)[0];
    }

    Status repairByMajority(std::int32_t column, std::uint64_t group, const ValueCounts& counts) {
        const auto values = counts.top(counts.kept());
        if (values.size() < 2 || values.front().count < 2 || 2 * values.front().count <= counts.total()) return {};
        const auto& right = values.front().value;
        for (std::size_t i = 1; i < values.size(); ++i)
            if (editDistance(values[i].value, right, mostEdits(right, similarity_))) repairs_.add({column, group, values[i].value, right});
        return {};
    }

    Status repairByFrequency(std::int32_t column, const ValueCounts& counts, const base::StopToken& stop) {
        const auto values = counts.top(counts.kept());
        for (auto rare = values.size(); rare-- > 0;) {
            if (std::int64_t(rare) % kRowsBetweenLooks == 0 && stop.stopRequested()) return fail("stopped", "stopped");
            const auto& value = values[rare];
            std::size_t nearest = ~std::size_t(0), found = 0;
            bool tied = false;
            for (std::size_t i = 0; i < rare && double(values[i].count) >= dominance_ * double(value.count); ++i) {
                const auto most = std::min(nearest, mostEdits(values[i].value, similarity_));
                const auto distance = editDistance(value.value, values[i].value, most);
                if (!distance || !mayBeMisspelt(value.value, values[i].value)) continue;
                tied = *distance == nearest;
                nearest = *distance;
                if (!tied) found = i;
            }
            if (nearest != ~std::size_t(0) && !tied) repairs_.add({column, 0, value.value, values[found].value});
        }
        return {};
    }

    /// Null if nothing was misspelt.
    Result<std::shared_ptr<arrow::Array>> repairColumn(const Batch& batch, std::size_t index) const {
        const auto& values = *batch.rows->column(columns_[index])->chunk(0);
        const auto column = std::int32_t(index);
        std::shared_ptr<arrow::Array> result;
        arrow::StringBuilder builder;
        bool any = false;
        for (std::int64_t row = 0; row < values.length(); ++row) {
            if (values.IsNull(row)) {
                ANNEAL_CHECK(checked(builder.AppendNull(), "clean"));
                continue;
            }
            std::string now(stringAt(values, row));
            if (const auto group = groupOf(*batch.rows, row)) now = repaired(column, *group, now, any);
            ANNEAL_CHECK(checked(builder.Append(now), "clean"));
        }
        if (any) ANNEAL_CHECK(checked(builder.Finish(&result), "clean"));
        return result;
    }
    std::string repaired(std::int32_t column, std::uint64_t group, const std::string& value, bool& any) const {
        if (!words_) {
            const auto* right = repairs_.find(column, group, value);
            any = any || right;
            return right ? *right : value;
        }
        std::string out;
        forEachWord(value, [&](std::string_view word, bool isWord) {
            const auto* right = isWord ? repairs_.find(column, group, word) : nullptr;
            any = any || right;
            out += right ? std::string_view(*right) : word;
        });
        return out;
    }

    std::vector<std::string> columnNames_, keyNames_;
    std::vector<int> columns_, keys_;
    double similarity_, dominance_;
    bool words_;
    std::vector<std::map<std::uint64_t, ValueCounts>> counts_;  ///< a column, by group
    Repairs repairs_;
};

}  // namespace

const StepKind& repairValuesStep() {
    static const StepKind kind = {
        "repair_values",
        "values",
        "Repair misspelt values by what equal rows or most rows have",
        {Parameter::columns("Columns to repair").required(),
         Parameter::columns(
             "Rows equal in these columns must agree: what most of them have is right; when none is named, a rare value next to a "
             "frequent one is wrong",
             "by"),
         Parameter::choice("unit", {"values", "words"}, "Repair values as a whole or word by word"),
         Parameter::number("similarity", 0.6, "Share of the characters that must agree").between(0, 1),
         Parameter::number("dominance", 10, "How many times as frequent the right value must be, without `by`").atLeast(1)},
        makeStep<RepairValues>};
    return kind;
}

}  // namespace anneal::data
