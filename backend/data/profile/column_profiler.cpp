#include "data/profile/column_profiler.h"

#include <cmath>

#include <arrow/array.h>
#include <arrow/scalar.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/number_at.h"
#include "data/render.h"
#include "data/row_key.h"
#include "data/schema.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

constexpr std::int64_t kRowsBetweenLooks = 256;
constexpr std::size_t kLongestTop = 256;  // bytes: what is longer is a text and no value
constexpr std::size_t kTopValues = 20;

std::string unitOf(const arrow::Field& field) {
    if (isText(field)) return "characters";
    const auto unit = numberUnit(*field.type());
    return unit ? std::string(unit->name) : std::string();
}

bool integral(const arrow::Field& field) { return !arrow::is_floating(field.type()->id()) && !arrow::is_decimal(field.type()->id()); }

}  // namespace

Result<ColumnProfiler> ColumnProfiler::create(const arrow::Field& field, int index, const std::filesystem::path& scratch) {
    ColumnProfile profile;
    profile.name = field.name();
    profile.type = typeName(field);
    profile.unit = unitOf(field);
    ANNEAL_TRY(distinct, DistinctCount::create(scratch));
    ANNEAL_TRY(measures, Measures::create(scratch, integral(field)));
    return ColumnProfiler(std::move(profile), index, field.type(), std::move(distinct), std::move(measures));
}

Result<ColumnProfiler::Seen> ColumnProfiler::observe(const arrow::Table& table, const base::StopToken& stop) const {
    Seen seen;
    const auto& values = *table.column(index_)->chunk(0);
    const bool text = profile_.unit == "characters", counted = profile_.type != "json";
    std::string plain;
    for (std::int64_t row = 0; row < table.num_rows(); ++row) {
        if (row % kRowsBetweenLooks == 0 && stop.stopRequested()) return fail("stopped", "stopped");
        if (values.IsNull(row)) {
            ++seen.nulls;
            continue;
        }
        seen.hashes.push_back(rowKey(table, {index_}, row)[0]);
        if (text)
            seen.measures.push_back(double(valueLength(table, index_, row)));
        else if (const auto number = measureAt(values, row))
            seen.measures.push_back(*number);
        if (!counted) continue;
        if (!text) {
            plain.clear();
            appendPlain(plain, values, row);
            seen.values.add(plain);
        } else if (const auto value = stringAt(values, row); value.size() <= kLongestTop) {
            seen.values.add(value);
        }
    }
    return seen;
}

Status ColumnProfiler::absorb(const Seen& seen) {
    profile_.nulls += seen.nulls;
    values_.add(seen.values);
    ANNEAL_CHECK(distinct_.add(seen.hashes));
    return measures_.add(seen.measures);
}

/// Numbers as the column writes them.
OrderedJson ColumnProfiler::bound(double value) const {
    if (arrow::is_integer(type_->id())) return std::int64_t(value);
    const auto unit = numberUnit(*type_);
    if (unit->name == "value") return value;
    const auto count = std::llround(value / unit->scale);
    const auto scalar = unit->name == "days"
                            ? arrow::Result<std::shared_ptr<arrow::Scalar>>(std::make_shared<arrow::Date32Scalar>(std::int32_t(count)))
                            : arrow::MakeScalar(type_, std::int64_t(count));
    return scalar.ok() ? OrderedJson((*scalar)->ToString()) : OrderedJson();
}

Status ColumnProfiler::measure(const base::StopToken& stop) {
    if (measures_.empty()) {
        profile_.unit.clear();
        return {};
    }
    profile_.histogram = measures_.histogram();
    ANNEAL_TRY(quantiles, measures_.quantiles(stop));
    profile_.quantiles = quantiles;
    if (profile_.unit != "characters") {
        profile_.lowest = bound(measures_.lowest());
        profile_.highest = bound(measures_.highest());
    }
    if (profile_.unit != "characters" && profile_.unit != "value") return {};
    ANNEAL_TRY(spread, measures_.spread(stop));
    profile_.spread = spread;
    const auto sigmaBounds = boundsOf(spread, {OutlierRule::Method::sigma});
    const auto fenceBounds = boundsOf(spread, {OutlierRule::Method::iqr});
    return measures_.forEach(
        [&](double value) {
            const bool sigma = !sigmaBounds.contain(value), fence = !fenceBounds.contain(value);
            profile_.outliersSigma += sigma;
            profile_.outliersIqr += fence;
            profile_.outliersBoth += sigma && fence;
        },
        stop);
}

Result<ColumnProfile> ColumnProfiler::finish(const base::StopToken& stop) {
    ANNEAL_TRY(distinct, distinct_.count(stop));
    profile_.distinct = distinct;
    ANNEAL_CHECK(measure(stop));
    profile_.top = values_.top(kTopValues);
    std::erase_if(profile_.top, [](const ValueCount& one) { return one.count < 2; });
    profile_.topExact = values_.exact();
    return profile_;
}

}  // namespace anneal::data
