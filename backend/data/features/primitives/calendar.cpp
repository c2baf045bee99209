#include <chrono>
#include <cmath>

#include "data/features/primitives/families.h"

namespace anneal::data::features {
namespace {

using Microseconds = std::chrono::microseconds;
using Moment = std::chrono::sys_time<Microseconds>;
using Days = std::chrono::sys_days;

Days dayOf(Moment moment) { return std::chrono::floor<std::chrono::days>(moment); }
std::chrono::year_month_day dateOf(Moment moment) { return dayOf(moment); }
auto clockOf(Moment moment) { return std::chrono::hh_mm_ss(moment - dayOf(moment)); }

double year(Moment moment) { return int(dateOf(moment).year()); }
double month(Moment moment) { return unsigned(dateOf(moment).month()); }
double day(Moment moment) { return unsigned(dateOf(moment).day()); }
double weekday(Moment moment) { return std::chrono::weekday(dayOf(moment)).iso_encoding() - 1; }
double hour(Moment moment) { return double(clockOf(moment).hours().count()); }
double minute(Moment moment) { return double(clockOf(moment).minutes().count()); }
double second(Moment moment) { return double(clockOf(moment).seconds().count()); }

template <double (*part)(Moment)>
void parts(const Rows& rows, std::span<double> out) {
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = std::isnan(rows.first[i]) ? kNone : part(Moment(Microseconds(std::int64_t(rows.first[i]))));
}

/// No time is no weekend.
void weekend(const Rows& rows, std::span<double> out) {
    parts<weekday>(rows, out);
    for (auto& value : out) value = value > 4 ? 1 : 0;
}

void since(const Rows& rows, std::span<double> out) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = (rows.now - rows.first[i]) / kMicroseconds;
}

}  // namespace

std::vector<Primitive> calendarPrimitives() {
    const auto ordinal = [](const char* name, const char* reason, Transform transform) {
        return Primitive{name,      reason,          std::string(name) + " of {}", {{kMoment}}, Kind{Meaning::ordinal, kCategory}, nullptr,
                         transform, Integers::always};
    };
    Primitive age = {"time_since", "Seconds to the cut-off", "seconds since {}", {{kMoment}}, kNumber, nullptr, since};
    age.usesNow = true;
    return {
        ordinal("day", "Day of the month", parts<day>),
        ordinal("hour", "Hour of the day", parts<hour>),
        {"is_weekend",
         "Whether it is a Saturday or a Sunday",
         "{} on a weekend",
         {{kMoment}},
         Kind{Meaning::truthOrNull},
         nullptr,
         weekend},
        ordinal("minute", "Minute of the hour", parts<minute>),
        ordinal("month", "Month of the year", parts<month>),
        ordinal("second", "Second of the minute", parts<second>),
        age,
        ordinal("weekday", "Day of the week, Monday 0", parts<weekday>),
        ordinal("year", "Year", parts<year>),
    };
}

}  // namespace anneal::data::features
