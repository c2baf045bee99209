#include <cmath>
#include <map>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/compute/api_vector.h>
#include <arrow/datum.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/steps/steps.h"
#include "data/mixed_bits.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Brings classes to one size: drops rows of the large ones, or repeats rows of the small ones. Which rows, the seed decides.
class BalanceClasses : public Step, public Learner {
public:
    explicit BalanceClasses(const Settings& settings)
        : columnName_(settings.text("column")), repeat_(settings.text("action") == "repeat"), seed_(std::uint64_t(settings.count("seed"))) {
        if (settings.has("size")) size_ = settings.count("size");
        ratio_ = settings.number("ratio");
    }
    Learner* learner() override { return this; }
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) override {
        ANNEAL_TRY(column, columnIndex(*schema, columnName_.empty() ? mapping.column("label").value_or("label") : columnName_));
        column_ = column;
        return schema;
    }

    struct Drawn : Observation {
        std::map<std::string, std::vector<std::uint64_t>> rows;
    };
    Result<std::unique_ptr<Observation>> observe(const Batch& batch) const override {
        auto drawn = std::make_unique<Drawn>();
        for (std::size_t row = 0; row < batch.ids.size(); ++row)
            if (const auto label = labelOf(*batch.rows, std::int64_t(row))) drawn->rows[*label].push_back(drawOf(batch.ids[row]));
        return drawn;
    }
    Status absorb(Observation& observation) override {
        for (const auto& [label, rows] : static_cast<Drawn&>(observation).rows) {
            auto& all = drawn_[label];
            all.insert(all.end(), rows.begin(), rows.end());
        }
        return {};
    }
    Status conclude(const Workplace&) override {
        std::int64_t least = std::numeric_limits<std::int64_t>::max(), most = 0;
        for (const auto& [label, rows] : drawn_) {
            least = std::min(least, std::int64_t(rows.size()));
            most = std::max(most, std::int64_t(rows.size()));
        }
        for (auto& [label, rows] : drawn_) {
            const auto count = std::int64_t(rows.size()), wanted = wantedOf(count, least, most);
            Share share{wanted / count, 0};
            if (const auto rest = std::size_t(wanted % count); rest > 0) {
                std::nth_element(rows.begin(), rows.begin() + std::ptrdiff_t(rest), rows.end());
                share.below = rows[rest];
            }
            shares_[label] = share;
        }
        drawn_.clear();
        return {};
    }
    Result<Knowledge> knowledge() const override {
        Knowledge known{OrderedJson::object(), nullptr};
        for (const auto& [label, share] : shares_) known.facts[label] = {{"times", share.times}, {"below", share.below}};
        return known;
    }
    Status recall(const Knowledge& known) override {
        for (const auto& [label, share] : known.facts.items())
            shares_[label] = {share.at("times").get<std::int64_t>(), share.at("below").get<std::uint64_t>()};
        return {};
    }

    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        arrow::Int64Builder taken;
        for (std::int64_t row = 0; row < std::int64_t(batch.ids.size()); ++row) {
            const auto label = labelOf(*batch.rows, row);
            const auto times = label ? timesOf(*label, batch.ids[std::size_t(row)]) : 1;
            if (times == 0) edit.drops.push_back({row, "class " + *label + " is larger than wanted"});
            for (std::int64_t i = 0; i < times; ++i) {
                edit.sources.push_back(row);
                ANNEAL_CHECK(checked(taken.Append(row), "clean"));
            }
        }
        edit.rows = batch.rows;
        if (!repeat_) {
            edit.sources.clear();
            return edit;
        }
        std::shared_ptr<arrow::Array> indices;
        ANNEAL_CHECK(checked(taken.Finish(&indices), "clean"));
        ANNEAL_TRY(rows, checked(arrow::compute::Take(batch.rows, indices), "clean"));
        ANNEAL_TRY(whole, checked(rows.table()->CombineChunks(), "clean"));
        edit.rows = whole;
        return edit;
    }

private:
    /// Nothing for a row without a label, which stays.
    std::optional<std::string> labelOf(const arrow::Table& rows, std::int64_t row) const {
        const auto& labels = *rows.column(column_)->chunk(0);
        if (labels.IsNull(row)) return {};
        std::string label;
        appendPlain(label, labels, row);
        return label;
    }
    std::int64_t timesOf(const std::string& label, const RowId& id) const {
        const auto share = shares_.find(label);
        return share == shares_.end() ? 1 : share->second.times + (drawOf(id) < share->second.below);
    }
    /// Rows that a class of `count` is to have. No class is then more than `ratio_` times as large as another.
    std::int64_t wantedOf(std::int64_t count, std::int64_t least, std::int64_t most) const {
        if (repeat_) return std::max(count, size_.value_or(std::int64_t(std::ceil(double(most) / ratio_))));
        return std::min(count, size_.value_or(std::int64_t(double(least) * ratio_)));
    }
    std::uint64_t drawOf(const RowId& id) const { return mixedBits(std::uint64_t(id.number) ^ mixedBits(seed_ + std::uint64_t(id.copy))); }

    /// Each row of a class is there `times` times, and those drawn below a bound once more.
    struct Share {
        std::int64_t times = 1;
        std::uint64_t below = 0;
    };
    std::string columnName_;
    int column_ = 0;
    bool repeat_;
    std::uint64_t seed_;
    double ratio_ = 1;
    std::optional<std::int64_t> size_;
    std::map<std::string, std::vector<std::uint64_t>> drawn_;  ///< a class: each row's draw
    std::map<std::string, Share> shares_;
};

}  // namespace

const StepKind& balanceClassesStep() {
    static const StepKind kind = {
        "balance_classes",
        "rows",
        "Bring classes to like sizes by dropping rows of large ones or repeating rows of small ones",
        {Parameter::column("column", "Column that names the class; when none is named, the label"),
         Parameter::choice("action", {"drop", "repeat"}, "Drop rows of large classes, or repeat rows of small ones"),
         Parameter::number("ratio", 1, "How many times as large as the smallest class another may stay").between(1, 1e6),
         Parameter::count("size", {}, "Rows a class instead: at most when dropping, at least when repeating").atLeast(1),
         Parameter::count("seed", 42, "The same seed takes the same rows")},
        makeStep<BalanceClasses>};
    return kind;
}

}  // namespace anneal::data
