#include <algorithm>
#include <cmath>
#include <cstdint>

#include "data/features/primitives/families.h"

namespace anneal::data::features {
namespace {

void first(const Group& group, std::span<double> out) { out[0] = group.values.front(); }

void last(const Group& group, std::span<double> out) { out[0] = group.values.back(); }

void sinceFirst(const Group& group, std::span<double> out) { out[0] = (group.now - group.values.front()) / kMicroseconds; }

void sinceLast(const Group& group, std::span<double> out) { out[0] = (group.now - group.values.back()) / kMicroseconds; }

void averageBetween(const Group& group, std::span<double> out) {
    double lowest = kNone, highest = kNone, count = 0;
    for (const double time : group.values) {
        if (std::isnan(time)) continue;
        lowest = count == 0 ? time : std::min(lowest, time);
        highest = count == 0 ? time : std::max(highest, time);
        ++count;
    }
    out[0] = count < 2 ? kNone : (highest - lowest) / (count - 1) / kMicroseconds;
}

/// Featuretools measures time in the largest of days, hours, minutes and seconds of which the first moment is a whole number. Its
/// sum runs over doubles of nanoseconds, whose rounding decides what is whole: it is repeated here.
double unitOf(double microseconds) {
    const auto seconds = double(std::int64_t(microseconds * 1000 * 1e-9));
    for (const double unit : {86400.0, 3600.0, 60.0})
        if (std::fmod(seconds, unit) == 0) return unit;
    return 1;
}

/// Slope of the least squares line.
void trend(const Group& group, std::span<double> out) {
    double count = 0, unit = 1, time = 0, value = 0;
    bool still = true;  // all moments are one
    double before = kNone;
    const auto scaled = [&](double moment) { return moment * 1000 * (1e-9 / unit); };
    const auto usable = [&](std::size_t i) { return !std::isnan(group.values[i]) && !std::isnan(group.times[i]); };
    for (std::size_t i = 0; i < group.values.size(); ++i) {
        if (!usable(i)) continue;
        if (count == 0) unit = unitOf(group.times[i]);
        still = still && (count == 0 || group.times[i] == before);
        before = group.times[i];
        time += scaled(group.times[i]);
        value += group.values[i];
        ++count;
    }
    out[0] = count <= 2 ? kNone : 0;
    if (count <= 2 || still) return;
    double squares = 0, products = 0;
    for (std::size_t i = 0; i < group.values.size(); ++i) {
        if (!usable(i)) continue;
        const double off = scaled(group.times[i]) - time / count;
        squares += off * off;
        products += off * (group.values[i] - value / count);
    }
    out[0] = products / squares;
}

}  // namespace

std::vector<Primitive> sequencePrimitives() {
    const auto timed = [](const char* name, const char* reason, const char* phrase, Aggregate aggregate, bool now) {
        Primitive primitive = {name, reason, phrase, {{kTimeIndexed}}, kReal, aggregate};
        primitive.usesNow = now;
        return primitive;
    };
    return {
        timed("avg_time_between", "Seconds from one row to the next, on average", "mean seconds between {}", averageBetween, false),
        {"first", "The earliest value", "first {}", {{kAnything}}, {}, first, nullptr, Integers::likeInput, kNone, false},
        {"last", "The latest value", "last {}", {{kAnything}}, {}, last, nullptr, Integers::likeInput, kNone, false},
        timed("time_since_first", "Seconds from the first row to the cut-off", "seconds since the first {}", sinceFirst, true),
        timed("time_since_last", "Seconds from the last row to the cut-off", "seconds since the last {}", sinceLast, true),
        {"trend", "How fast values rise with time", "trend of {}", {{kNumber, kTimeIndexed}}, kNumber, trend},
    };
}

}  // namespace anneal::data::features
