#include "data/features/cells.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "data/features/primitive.h"

namespace anneal::data::features {
namespace {

constexpr std::int64_t kExact = std::int64_t(1) << 53;
constexpr double kMicrosecondsADay = 86400e6;

template <class Array>
void appendEach(const arrow::Array& array, double scale, std::vector<double>& out) {
    const auto& typed = static_cast<const Array&>(array);
    for (std::int64_t row = 0; row < typed.length(); ++row) out.push_back(typed.IsNull(row) ? kNone : double(typed.GetView(row)) * scale);
}

double unitOf(const arrow::DataType& type) {
    switch (static_cast<const arrow::TimestampType&>(type).unit()) {
        case arrow::TimeUnit::SECOND: return 1e6;
        case arrow::TimeUnit::MILLI: return 1e3;
        case arrow::TimeUnit::MICRO: return 1;
        default: return 1e-3;
    }
}

}  // namespace

bool appendTimes(const arrow::Array& array, std::vector<double>& out) {
    switch (array.type_id()) {
        case arrow::Type::DATE32: appendEach<arrow::Date32Array>(array, kMicrosecondsADay, out); return true;
        case arrow::Type::DATE64: appendEach<arrow::Date64Array>(array, 1e3, out); return true;
        case arrow::Type::TIMESTAMP: appendEach<arrow::TimestampArray>(array, unitOf(*array.type()), out); return true;
        default: return false;
    }
}

Status ColumnBuilder::append(const arrow::Array& array) {
    switch (array.type_id()) {
        case arrow::Type::FLOAT: appendEach<arrow::FloatArray>(array, 1, values_); return {};
        case arrow::Type::DOUBLE: appendEach<arrow::DoubleArray>(array, 1, values_); return {};
        case arrow::Type::BOOL: appendEach<arrow::BooleanArray>(array, 1, values_); return {};
        default: break;
    }
    if (appendTimes(array, values_)) return {};
    if (meaning_ == Meaning::other) {
        for (std::int64_t row = 0; row < array.length(); ++row) values_.push_back(array.IsNull(row) ? kNone : 0);
        return {};
    }
    bool exact = true;
    const bool known = eachKey(
        array,
        [&](std::int64_t, std::int64_t number) {
            exact = exact && number >= -kExact && number <= kExact;
            values_.push_back(double(number));
        },
        [&](std::int64_t, std::string_view text) { values_.push_back(words_.add(text).first); },
        [&](std::int64_t) { values_.push_back(kNone); });
    if (!known) return fail("column_type", "no features are made of " + array.type()->ToString(), "give the column the type other");
    if (!exact)
        return fail("number_too_large", "a number is beyond 2^53", "ignore the column, or give it the type other, if it is no amount");
    return {};
}

std::vector<double> ColumnBuilder::finish(std::shared_ptr<const TextList>& words) {
    if (words_.texts()) {
        std::vector<std::int32_t> order(words_.size());
        std::iota(order.begin(), order.end(), 0);
        if (meaning_ != Meaning::text)
            std::sort(order.begin(), order.end(),
                      [&](auto a, auto b) { return words_.text(std::size_t(a)) < words_.text(std::size_t(b)); });
        auto sorted = std::make_shared<TextList>();
        std::vector<double> places(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            places[std::size_t(order[i])] = double(i);
            sorted->append(words_.text(std::size_t(order[i])));
        }
        for (auto& value : values_)
            if (!std::isnan(value)) value = places[std::size_t(value)];
        words = std::move(sorted);
        words_ = {};
    }
    return std::move(values_);
}

}  // namespace anneal::data::features
