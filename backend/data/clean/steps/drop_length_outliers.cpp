#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/parameters.h"
#include "data/clean/steps/steps.h"
#include "data/clean/text_columns.h"
#include "data/outliers.h"

namespace anneal::data {
namespace {

/// Drops rows whose text is unusually short or long, in characters, among all rows: beyond three deviations and beyond the
/// fences of the interquartile range (double detection), or by one of the two rules.
class DropLengthOutliers : public Step {
public:
    DropLengthOutliers(std::vector<std::string> columns, std::string method, OutlierRule rule)
        : columnNames_(std::move(columns)), method_(std::move(method)), rule_(rule) {}
    std::string_view name() const override { return "drop_length_outliers"; }
    OrderedJson parameters() const override {
        return {{"columns", columnNames_}, {"method", method_}, {"sigma", rule_.sigmas}, {"iqr", rule_.fences}};
    }
    Status bind(const arrow::Schema& schema, const Mapping& mapping) override {
        ANNEAL_TRY(columns, textColumns(schema, columnNames_.empty() ? mapping.required() : columnNames_));
        columns_ = columns;
        lengths_.resize(columns_.size());
        return {};
    }
    bool looksFirst() const override { return true; }
    Status look(const Batch& batch) override {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            for (std::int64_t row = 0; row < batch.rows->num_rows(); ++row)
                lengths_[i].push_back(double(valueLength(*batch.rows, columns_[i], row)));
        return {};
    }
    Status finishLook() override {
        for (auto& lengths : lengths_) spreads_.push_back(lengths.empty() ? Spread{} : spreadOf(lengths));
        lengths_.clear();
        return {};
    }
    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        for (std::int64_t row = 0; row < batch.rows->num_rows(); ++row) {
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                const auto length = valueLength(*batch.rows, columns_[i], row);
                if (!outlier(spreads_[i], double(length))) continue;
                edit.drops.push_back({row, batch.rows->field(columns_[i])->name() + " has " + std::to_string(length) +
                                               " characters, the median is " + std::to_string(std::int64_t(spreads_[i].median))});
                break;
            }
        }
        return edit;
    }

private:
    bool outlier(const Spread& spread, double length) const {
        if (method_ == "sigma") return outlierBySigma(spread, rule_, length);
        if (method_ == "iqr") return outlierByFence(spread, rule_, length);
        return outlierBySigma(spread, rule_, length) && outlierByFence(spread, rule_, length);
    }
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    std::string method_;
    OutlierRule rule_;
    std::vector<std::vector<double>> lengths_;
    std::vector<Spread> spreads_;
};

}  // namespace

Result<std::unique_ptr<Step>> makeDropLengthOutliers(const OrderedJson& given) {
    Parameters parameters("drop_length_outliers", given);
    auto columns = parameters.names("columns");
    auto method = parameters.choice("method", {"both", "sigma", "iqr"});
    OutlierRule rule;
    rule.sigmas = parameters.number("sigma", rule.sigmas, 0);
    rule.fences = parameters.number("iqr", rule.fences, 0);
    ANNEAL_CHECK(parameters.finish());
    return std::make_unique<DropLengthOutliers>(std::move(columns), std::move(method), rule);
}

}  // namespace anneal::data
