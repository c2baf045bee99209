#pragma once
// What a column holds at a glance: distinct values, range, a histogram, the most frequent values. Computed while rows are
// imported, kept in the manifest, drawn in the window's column headers.

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/json.h"
#include "base/result.h"

namespace anneal::data {

/// Bins of equal width; bin i counts what lies in [from + i·width, from + (i+1)·width).
struct Histogram {
    double from = 0, width = 1;
    std::vector<std::int64_t> counts;
    bool operator==(const Histogram&) const = default;
};

struct ColumnSummary {
    std::int64_t distinct = 0;  ///< nulls not counted
    bool exact = true;          ///< else `distinct` is an estimate within some percent
    std::string
        unit;  ///< of range and histogram: "value", "characters" (texts' lengths), "days" or "seconds" since 1970; empty: neither is there
    double lowest = 0, highest = 0;
    Histogram histogram;
    std::vector<std::pair<std::string, std::int64_t>> top;  ///< most frequent first, where the values are few
    bool operator==(const ColumnSummary&) const = default;
};

OrderedJson toJson(const ColumnSummary& summary);
/// Throws OrderedJson::exception where the document is none.
ColumnSummary columnSummaryFromJson(const OrderedJson& document);

/// Distinct values of a stream within 1.6 % (HyperLogLog with 4096 registers; Flajolet et al. 2007).
class DistinctSketch {
public:
    void add(std::uint64_t hash);
    void merge(const DistinctSketch& other);
    double estimate() const;

private:
    std::vector<std::uint8_t> registers_;  ///< empty until the first value
};

/// A histogram of a range that is not known beforehand: bins are powers of two wide and pair up as the range grows, so that the
/// result does not depend on the order of the values.
class HistogramSketch {
public:
    /// `integral`: no bin is narrower than 1.
    explicit HistogramSketch(bool integral) : integral_(integral) {}
    void add(const double* values, std::size_t count);
    void merge(const HistogramSketch& other);
    bool empty() const { return bins_.empty(); }
    double lowest() const { return lowest_; }
    double highest() const { return highest_; }
    /// Between 20 and 32 bins, fewer where integers take fewer values.
    Histogram finish() const;

private:
    void cover(double low, double high);
    bool integral_;
    int exponent_ = 0;  ///< bins are 2^exponent wide
    std::int64_t first_ = 0;
    std::vector<std::int64_t> bins_;
    double lowest_ = 0, highest_ = 0;
};

/// Of one column, block by block.
class ColumnSketch {
public:
    explicit ColumnSketch(const arrow::Field& field);
    void add(const arrow::ChunkedArray& column);
    void merge(const ColumnSketch& other);
    ColumnSummary finish() const;

private:
    void addTexts(const arrow::Array& array);
    void addNumbers(const arrow::Array& array);
    /// `text` gives the value's text, asked for only where it is new.
    template <class Text>
    void count(std::uint64_t hash, std::int64_t times, Text&& text);
    template <class Array>
    void addTyped(const arrow::Array& array, double scale, std::vector<double>& values);
    struct Counted {
        std::string text;
        std::int64_t times = 0;
    };
    std::string unit_;
    bool texts_ = false;
    bool few_ = true;  ///< `values_` holds them all
    std::unordered_map<std::uint64_t, Counted> values_;
    DistinctSketch distinct_;
    HistogramSketch numbers_;
};

/// Of all columns of a table.
class TableSketch {
public:
    explicit TableSketch(const arrow::Schema& schema);
    void add(const arrow::Table& table);
    void merge(const TableSketch& other);
    std::vector<ColumnSummary> finish() const;

private:
    std::vector<ColumnSketch> columns_;
};

/// A TableSketch that several threads add to; the order of their tables does not matter.
class SharedSketch {
public:
    explicit SharedSketch(const arrow::Schema& schema) : whole_(schema) {}
    void add(const arrow::Table& table);
    std::vector<ColumnSummary> finish() const { return whole_.finish(); }

private:
    std::mutex mutex_;
    TableSketch whole_;
};

}  // namespace anneal::data
