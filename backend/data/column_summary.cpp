#include "data/column_summary.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>
#include <xxhash.h>

#include "data/number_at.h"
#include "data/render.h"
#include "data/schema.h"

namespace anneal::data {
namespace {

constexpr int kRegisterBits = 12;
constexpr std::size_t kRegisters = std::size_t(1) << kRegisterBits;
constexpr std::size_t kFewValues = 1024;
constexpr std::size_t kTopValues = 20;
constexpr std::size_t kTopBytes = 80;
constexpr std::size_t kFineBins = 512;
constexpr std::size_t kBins = 32;

std::string shortened(std::string_view text) {
    if (text.size() <= kTopBytes) return std::string(text);
    auto end = kTopBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

std::int64_t characters(std::string_view text) {
    std::int64_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::uint64_t hashOf(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace

OrderedJson toJson(const ColumnSummary& summary) {
    OrderedJson document = {{"distinct", summary.distinct}, {"exact", summary.exact}};
    if (!summary.unit.empty()) {
        document["unit"] = summary.unit;
        document["min"] = summary.lowest;
        document["max"] = summary.highest;
        document["histogram"] = {
            {"from", summary.histogram.from}, {"width", summary.histogram.width}, {"counts", summary.histogram.counts}};
    }
    if (!summary.top.empty()) {
        document["top"] = OrderedJson::array();
        for (const auto& [value, count] : summary.top) document["top"].push_back({{"value", value}, {"count", count}});
    }
    return document;
}

ColumnSummary columnSummaryFromJson(const OrderedJson& document) {
    ColumnSummary summary;
    summary.distinct = document.at("distinct");
    summary.exact = document.at("exact");
    if (document.contains("unit")) {
        summary.unit = document.at("unit");
        summary.lowest = document.at("min");
        summary.highest = document.at("max");
        const auto& histogram = document.at("histogram");
        summary.histogram = {histogram.at("from"), histogram.at("width"), histogram.at("counts").get<std::vector<std::int64_t>>()};
    }
    if (document.contains("top"))
        for (const auto& one : document["top"]) summary.top.emplace_back(one.at("value"), one.at("count"));
    return summary;
}

void DistinctSketch::add(std::uint64_t hash) {
    if (registers_.empty()) registers_.resize(kRegisters);
    auto& cell = registers_[hash >> (64 - kRegisterBits)];
    const auto rank = std::uint8_t(std::countl_zero(hash << kRegisterBits | std::uint64_t(1) << (kRegisterBits - 1)) + 1);
    cell = std::max(cell, rank);
}

void DistinctSketch::merge(const DistinctSketch& other) {
    if (other.registers_.empty()) return;
    if (registers_.empty()) registers_.resize(kRegisters);
    for (std::size_t i = 0; i < kRegisters; ++i) registers_[i] = std::max(registers_[i], other.registers_[i]);
}

double DistinctSketch::estimate() const {
    if (registers_.empty()) return 0;
    double sum = 0;
    std::size_t zeros = 0;
    for (const auto rank : registers_) {
        sum += std::ldexp(1.0, -rank);
        zeros += rank == 0;
    }
    const double m = kRegisters;
    const double raw = 0.7213 / (1 + 1.079 / m) * m * m / sum;
    return raw <= 2.5 * m && zeros > 0 ? m * std::log(m / double(zeros)) : raw;
}

/// Widens the bins until they reach from `low` to `high`.
void HistogramSketch::cover(double low, double high) {
    const bool first = bins_.empty();
    lowest_ = first ? low : std::min(lowest_, low);
    highest_ = first ? high : std::max(highest_, high);
    const auto place = [](double value, int exponent) { return std::int64_t(std::floor(std::ldexp(value, -exponent))); };
    int exponent = exponent_;
    if (first) {
        const auto largest = std::max(std::abs(lowest_), std::abs(highest_));
        // No finer than doubles are at this size, nor where indices would not fit.
        exponent = integral_ ? 0 : std::max(largest > 0 ? std::ilogb(largest) - 50 : -50, -1000);
    }
    while (std::ldexp(std::max(std::abs(lowest_), std::abs(highest_)), -exponent) > 4e18 ||
           place(highest_, exponent) - place(lowest_, exponent) >= std::int64_t(kFineBins))
        ++exponent;
    const auto begin = place(lowest_, exponent), end = place(highest_, exponent) + 1;
    if (!first && exponent == exponent_ && begin == first_ && end == first_ + std::int64_t(bins_.size())) return;
    std::vector<std::int64_t> bins(std::size_t(end - begin));
    for (std::size_t i = 0; i < bins_.size(); ++i) {
        const auto old = first_ + std::int64_t(i);
        bins[std::size_t((old >> std::min(exponent - exponent_, 62)) - begin)] += bins_[i];
    }
    bins_ = std::move(bins);
    first_ = begin;
    exponent_ = exponent;
}

void HistogramSketch::add(const double* values, std::size_t count) {
    double low = INFINITY, high = -INFINITY;
    for (std::size_t i = 0; i < count; ++i) {
        if (!std::isfinite(values[i])) continue;
        low = std::min(low, values[i]);
        high = std::max(high, values[i]);
    }
    if (low > high) return;
    cover(low, high);
    const auto scale = std::ldexp(1.0, -exponent_);
    for (std::size_t i = 0; i < count; ++i)
        if (std::isfinite(values[i])) ++bins_[std::size_t(std::int64_t(std::floor(values[i] * scale)) - first_)];
}

void HistogramSketch::merge(const HistogramSketch& other) {
    if (other.bins_.empty()) return;
    if (bins_.empty()) {
        *this = other;
        return;
    }
    auto finer = other;
    cover(other.lowest_, other.highest_);
    finer.cover(lowest_, highest_);
    // Both now have the width that the common range asks for, or the wider of the two.
    if (finer.exponent_ < exponent_) {
        const auto shift = exponent_ - finer.exponent_;
        for (std::size_t i = 0; i < finer.bins_.size(); ++i)
            bins_[std::size_t(((finer.first_ + std::int64_t(i)) >> shift) - first_)] += finer.bins_[i];
        return;
    }
    if (exponent_ < finer.exponent_) {
        finer.merge(*this);
        *this = std::move(finer);
        return;
    }
    for (std::size_t i = 0; i < bins_.size(); ++i) bins_[i] += finer.bins_[i];
}

Histogram HistogramSketch::finish() const {
    Histogram histogram;
    const auto group = (bins_.size() + kBins - 1) / kBins;
    if (group == 0) return histogram;
    histogram.from = std::ldexp(double(first_), exponent_);
    histogram.width = std::ldexp(double(group), exponent_);
    for (std::size_t i = 0; i < bins_.size(); ++i) {
        if (i % group == 0) histogram.counts.push_back(0);
        histogram.counts.back() += bins_[i];
    }
    return histogram;
}

ColumnSketch::ColumnSketch(const arrow::Field& field)
    : numbers_(field.type()->id() == arrow::Type::INT64 || field.type()->id() == arrow::Type::UINT64 ||
               field.type()->id() == arrow::Type::DATE32 || field.type()->id() == arrow::Type::STRING) {
    texts_ = field.type()->id() == arrow::Type::STRING;
    if (texts_)
        unit_ = "characters";
    else if (const auto unit = numberUnit(*field.type()))
        unit_ = unit->name;
    few_ = !isJson(field);
}

template <class Text>
void ColumnSketch::count(std::uint64_t hash, std::int64_t times, Text&& text) {
    if (!few_) {
        distinct_.add(hash);
        return;
    }
    const auto [found, fresh] = values_.try_emplace(hash);
    found->second.times += times;
    if (!fresh) return;
    distinct_.add(hash);
    found->second.text = shortened(text());
    if (values_.size() <= kFewValues) return;
    few_ = false;
    values_.clear();
}

void ColumnSketch::addTexts(const arrow::Array& array) {
    const auto& texts = static_cast<const arrow::StringArray&>(array);
    std::vector<double> lengths;
    lengths.reserve(std::size_t(array.length()));
    for (std::int64_t i = 0; i < texts.length(); ++i) {
        if (texts.IsNull(i)) continue;
        const auto text = texts.GetView(i);
        count(hashOf(text), 1, [&] { return text; });
        lengths.push_back(double(characters(text)));
    }
    numbers_.add(lengths.data(), lengths.size());
}

template <class Array>
void ColumnSketch::addTyped(const arrow::Array& array, double scale, std::vector<double>& values) {
    const auto& typed = static_cast<const Array&>(array);
    std::string text;
    for (std::int64_t i = 0; i < typed.length(); ++i) {
        if (typed.IsNull(i)) continue;
        const auto value = typed.Value(i);
        values.push_back(double(value) * scale);
        count(XXH3_64bits(&value, sizeof value), 1, [&]() -> std::string_view {
            text.clear();
            appendPlain(text, array, i);
            return text;
        });
    }
}

void ColumnSketch::addNumbers(const arrow::Array& array) {
    const auto scale = numberUnit(*array.type())->scale;
    std::vector<double> values;
    values.reserve(std::size_t(array.length()));
    switch (array.type_id()) {
        case arrow::Type::INT64: addTyped<arrow::Int64Array>(array, scale, values); break;
        case arrow::Type::UINT64: addTyped<arrow::UInt64Array>(array, scale, values); break;
        case arrow::Type::FLOAT: addTyped<arrow::FloatArray>(array, scale, values); break;
        case arrow::Type::DOUBLE: addTyped<arrow::DoubleArray>(array, scale, values); break;
        case arrow::Type::DATE32: addTyped<arrow::Date32Array>(array, scale, values); break;
        case arrow::Type::TIMESTAMP: addTyped<arrow::TimestampArray>(array, scale, values); break;
        default: {
            // Decimals and half floats by their text: rare, and exact enough for a histogram.
            std::string text;
            for (std::int64_t i = 0; i < array.length(); ++i) {
                if (array.IsNull(i)) continue;
                text.clear();
                appendPlain(text, array, i);
                values.push_back(std::strtod(text.c_str(), nullptr));
                count(hashOf(text), 1, [&] { return std::string_view(text); });
            }
        }
    }
    numbers_.add(values.data(), values.size());
}

void ColumnSketch::add(const arrow::ChunkedArray& column) {
    for (const auto& chunk : column.chunks()) {
        if (texts_) {
            addTexts(*chunk);
        } else if (!unit_.empty()) {
            addNumbers(*chunk);
        } else if (chunk->type_id() != arrow::Type::NA) {
            std::string text;
            for (std::int64_t i = 0; i < chunk->length(); ++i) {
                if (chunk->IsNull(i)) continue;
                text.clear();
                appendPlain(text, *chunk, i);
                count(hashOf(text), 1, [&] { return std::string_view(text); });
            }
        }
    }
}

void ColumnSketch::merge(const ColumnSketch& other) {
    distinct_.merge(other.distinct_);
    numbers_.merge(other.numbers_);
    if (!few_) return;
    if (!other.few_) {
        few_ = false;
        values_.clear();
        return;
    }
    for (const auto& [hash, value] : other.values_) count(hash, value.times, [&] { return std::string_view(value.text); });
}

ColumnSummary ColumnSketch::finish() const {
    ColumnSummary summary;
    summary.exact = few_;
    summary.distinct = few_ ? std::int64_t(values_.size()) : std::llround(distinct_.estimate());
    if (!unit_.empty() && !numbers_.empty()) {
        summary.unit = unit_;
        summary.lowest = numbers_.lowest();
        summary.highest = numbers_.highest();
        summary.histogram = numbers_.finish();
    }
    if (few_ && !values_.empty()) {
        for (const auto& [hash, value] : values_) summary.top.emplace_back(value.text, value.times);
        std::sort(summary.top.begin(), summary.top.end(),
                  [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
        if (summary.top.size() > kTopValues) summary.top.resize(kTopValues);
    }
    return summary;
}

TableSketch::TableSketch(const arrow::Schema& schema) {
    for (const auto& field : schema.fields()) columns_.emplace_back(*field);
}

void TableSketch::add(const arrow::Table& table) {
    for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].add(*table.column(int(i)));
}

void TableSketch::merge(const TableSketch& other) {
    for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].merge(other.columns_[i]);
}

std::vector<ColumnSummary> TableSketch::finish() const {
    std::vector<ColumnSummary> summaries;
    for (const auto& column : columns_) summaries.push_back(column.finish());
    return summaries;
}

void SharedSketch::add(const arrow::Table& table) {
    TableSketch part(*table.schema());
    part.add(table);
    const std::lock_guard lock(mutex_);
    whole_.merge(part);
}

}  // namespace anneal::data
