#include "data/profile.h"

namespace anneal::data {
namespace {

template <class Value>
OrderedJson orNull(const std::optional<Value>& value) {
    return value ? OrderedJson(*value) : OrderedJson();
}

OrderedJson toJson(const Quantiles& quantiles) {
    auto list = OrderedJson::array();
    for (std::size_t i = 0; i < quantiles.size(); ++i) list.push_back({{"share", kQuantiles[i]}, {"value", quantiles[i]}});
    return list;
}

OrderedJson toJson(const Histogram& histogram) {
    return {{"from", histogram.from}, {"width", histogram.width}, {"counts", histogram.counts}};
}

OrderedJson toJson(const std::vector<ValueCount>& values) {
    auto list = OrderedJson::array();
    for (const auto& value : values) list.push_back({{"value", value.value}, {"count", value.count}});
    return list;
}

OrderedJson toJson(const std::vector<Tally>& tallies) {
    auto list = OrderedJson::array();
    for (const auto& tally : tallies)
        list.push_back({{"name", tally.name},
                        {"rows", tally.rows},
                        {"places", tally.places},
                        {"first", tally.first ? OrderedJson(tally.first) : OrderedJson()}});
    return list;
}

OrderedJson toJson(const ColumnProfile& column) {
    OrderedJson one = {{"name", column.name},  {"type", column.type},   {"nulls", column.nulls}, {"distinct", column.distinct},
                       {"min", column.lowest}, {"max", column.highest}, {"mean", nullptr},       {"std", nullptr}};
    const bool numbers = column.unit == "value";
    if (column.spread && numbers) {
        one["mean"] = column.spread->mean;
        one["std"] = column.spread->deviation;
    }
    one["outliers"] = {{"sigma", column.outliersSigma}, {"iqr", column.outliersIqr}, {"both", column.outliersBoth}};
    if (column.spread && !numbers)
        one["characters"] = {{"mean", column.spread->mean}, {"std", column.spread->deviation}, {"p50", column.spread->median}};
    if (column.quantiles) {
        one["unit"] = column.unit;
        one["quantiles"] = toJson(*column.quantiles);
        one["histogram"] = toJson(column.histogram);
    }
    if (!column.top.empty()) {
        one["top"] = toJson(column.top);
        one["top_exact"] = column.topExact;
    }
    return one;
}

OrderedJson toJson(const LengthProfile& length) {
    OrderedJson one = {{"unit", length.unit},
                       {"p50", length.median},
                       {"p95", length.p95},
                       {"max", length.longest},
                       {"cutoff", orNull(length.cutoff)},
                       {"over_cutoff", orNull(length.overCutoff)}};
    if (length.quantiles) {
        one["quantiles"] = toJson(*length.quantiles);
        one["histogram"] = toJson(length.histogram);
    }
    return one;
}

}  // namespace

OrderedJson toJson(const Profile& profile) {
    OrderedJson document = {{"rows", profile.rows}, {"columns", OrderedJson::array()}};
    for (const auto& column : profile.columns) document["columns"].push_back(toJson(column));
    document["duplicates"] = {
        {"exact", profile.exactDuplicates}, {"near", orNull(profile.nearDuplicates)}, {"shared", OrderedJson::array()}};
    for (const auto& other : profile.shared)
        document["duplicates"]["shared"].push_back({{"with", other.with}, {"exact", other.exact}, {"near", other.near}});
    document["length"] = toJson(profile.length);
    document["correlations"] = OrderedJson::array();
    for (const auto& one : profile.correlations)
        document["correlations"].push_back({{"columns", {one.one, one.other}}, {"coefficient", one.coefficient}, {"rows", one.rows}});
    if (profile.labels)
        document["labels"] = {
            {"column", profile.labels->column}, {"classes", toJson(profile.labels->classes)}, {"unlabelled", profile.labels->unlabelled}};
    document["languages"] = toJson(profile.languages);
    document["personal"] = toJson(profile.personal);
    document["encoding"] = toJson(profile.encoding);
    document["answers"] = toJson(profile.answers);
    document["conversations"] = toJson(profile.conversations);
    return document;
}

}  // namespace anneal::data
