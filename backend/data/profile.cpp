#include "data/profile.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/number_at.h"
#include "data/row_key.h"
#include "data/schema.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

double quantile(const std::vector<double>& sorted, double q) {
    const double at = q * double(sorted.size() - 1);
    const auto below = std::size_t(at);
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (at - double(below)) * (sorted[below + 1] - sorted[below]);
}
Spread spreadOf(std::vector<double>& values) {
    Spread spread;
    std::sort(values.begin(), values.end());
    double squares = 0;
    std::size_t count = 0;
    for (const double value : values) {
        const double before = value - spread.mean;
        spread.mean += before / double(++count);
        squares += before * (value - spread.mean);
    }
    spread.deviation = count > 1 ? std::sqrt(squares / double(count - 1)) : 0;
    spread.lower = quantile(values, 0.25);
    spread.median = quantile(values, 0.5);
    spread.upper = quantile(values, 0.75);
    return spread;
}
/// Gathers one column part by part.
class ColumnGatherer {
public:
    explicit ColumnGatherer(const arrow::Field& field, int index) : index_(index) {
        profile_.name = field.name();
        profile_.type = typeName(field);
        text_ = field.type()->id() == arrow::Type::STRING;
    }
    void add(const arrow::Table& table) {
        const auto& values = *table.column(index_)->chunk(0);
        for (std::int64_t row = 0; row < table.num_rows(); ++row) {
            if (values.IsNull(row)) {
                ++profile_.nulls;
                continue;
            }
            distinct_.insert(rowKey(table, {index_}, row));
            if (text_)
                measures_.push_back(double(valueLength(table, index_, row)));
            else if (const auto number = numberAt(values, row))
                measures_.push_back(*number);
        }
    }
    ColumnProfile finish() {
        profile_.distinct = std::int64_t(distinct_.size());
        std::erase_if(measures_, [](double value) { return value != value; });
        if (measures_.empty()) return std::move(profile_);
        const auto spread = spreadOf(measures_);
        profile_.spread = spread;
        const auto sigmaBounds = boundsOf(spread, {OutlierRule::Method::sigma});
        const auto fenceBounds = boundsOf(spread, {OutlierRule::Method::iqr});
        for (const double value : measures_) {
            const bool sigma = !sigmaBounds.contain(value);
            const bool fence = !fenceBounds.contain(value);
            profile_.outliersSigma += sigma;
            profile_.outliersIqr += fence;
            profile_.outliersBoth += sigma && fence;
        }
        if (!text_) {
            profile_.lowest = profile_.type == "int64" ? OrderedJson(std::int64_t(measures_.front())) : OrderedJson(measures_.front());
            profile_.highest = profile_.type == "int64" ? OrderedJson(std::int64_t(measures_.back())) : OrderedJson(measures_.back());
        }
        return std::move(profile_);
    }

private:
    int index_;
    bool text_;
    ColumnProfile profile_;
    std::unordered_set<RowKey, RowKeyHash> distinct_;
    std::vector<double> measures_;
};

LengthProfile lengthProfile(std::vector<double>& lengths, const ProfileOptions& options) {
    LengthProfile profile;
    profile.unit = options.countTokens ? "tokens" : "characters";
    if (lengths.empty()) return profile;
    std::sort(lengths.begin(), lengths.end());
    profile.median = quantile(lengths, 0.5);
    profile.p95 = quantile(lengths, 0.95);
    profile.longest = std::int64_t(lengths.back());
    if (options.cutoff) profile.overCutoff = lengths.end() - std::upper_bound(lengths.begin(), lengths.end(), double(*options.cutoff));
    return profile;
}

}  // namespace

Result<Profile> profileDataset(const Dataset& dataset, const ProfileOptions& options, const base::ProgressFunction& progress,
                               const base::StopToken& stop) {
    ANNEAL_TRY(schema, dataset.schema());
    std::vector<ColumnGatherer> gatherers;
    for (int i = 0; i < schema->num_fields(); ++i) gatherers.emplace_back(*schema->field(i), i);
    const auto content = keyColumns(*schema, dataset.manifest().mapping.content());
    std::unordered_set<RowKey, RowKeyHash> seen;
    std::vector<double> lengths;
    Profile profile;
    std::int64_t part = 0;
    ANNEAL_CHECK(dataset.forEachPart([&](const arrow::Table& table, std::int64_t) -> Result<bool> {
        if (stop.stopRequested()) return fail("stopped", "stopped");
        for (auto& gatherer : gatherers) gatherer.add(table);
        for (std::int64_t row = 0; row < table.num_rows(); ++row) {
            if (!seen.insert(rowKey(table, content, row)).second) ++profile.exactDuplicates;
            std::int64_t length = 0;
            for (const int column : content)
                visitTexts(table, column, row, [&](std::string_view text) {
                    length += options.countTokens ? options.countTokens(text) : characterCount(text);
                });
            lengths.push_back(double(length));
        }
        if (progress) progress({++part, std::int64_t(dataset.parts()), "profiling"});
        return true;
    }));
    profile.rows = dataset.manifest().rows;
    for (auto& gatherer : gatherers) profile.columns.push_back(gatherer.finish());
    profile.length = lengthProfile(lengths, options);
    return profile;
}

OrderedJson toJson(const Profile& profile) {
    auto columns = OrderedJson::array();
    for (const auto& column : profile.columns) {
        OrderedJson one = {{"name", column.name},  {"type", column.type},   {"nulls", column.nulls}, {"distinct", column.distinct},
                           {"min", column.lowest}, {"max", column.highest}, {"mean", nullptr},       {"std", nullptr}};
        const OrderedJson outliers = {{"sigma", column.outliersSigma}, {"iqr", column.outliersIqr}, {"both", column.outliersBoth}};
        const bool text = column.type == "string" || column.type == "json";
        if (column.spread && !text) {
            one["mean"] = column.spread->mean;
            one["std"] = column.spread->deviation;
        }
        one["outliers"] = outliers;
        if (column.spread && text)
            one["characters"] = {{"mean", column.spread->mean}, {"std", column.spread->deviation}, {"p50", column.spread->median}};
        columns.push_back(std::move(one));
    }
    const auto& length = profile.length;
    OrderedJson document = {{"rows", profile.rows}, {"columns", columns}};
    document["duplicates"] = {{"exact", profile.exactDuplicates}, {"near", nullptr}};  // null: not computed
    document["length"] = {
        {"unit", length.unit}, {"p50", length.median}, {"p95", length.p95}, {"max", length.longest}, {"over_cutoff", nullptr}};
    if (length.overCutoff) document["length"]["over_cutoff"] = *length.overCutoff;
    return document;
}

}  // namespace anneal::data
