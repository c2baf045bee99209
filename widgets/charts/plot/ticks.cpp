#include "charts/plot/ticks.h"

#include <array>
#include <cmath>

#include <QCoreApplication>

#include "base/curve.h"
#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

constexpr int kValueTickApart = 36;
constexpr int kRateFigures = 3;  ///< that formatRate writes
constexpr QChar kMinus(0x2212);
constexpr int kMostIntervals = 10;  ///< between two ticks; of more one keeps no count
constexpr int kMostTicksInInterval = 2;
constexpr int kFewTicksBelow = 60;  ///< pixels of height
constexpr double kLargestPlain = 9'999;
constexpr double kSmallestPlain = 0.01;

QString inWords(const char* text) { return QCoreApplication::translate("Charts", text); }

bool isWhole(double value) { return std::abs(value - std::round(value)) < 1e-9; }

std::vector<double> inside(std::vector<double> ticks, const Range& range) {
    const double slack = range.size() * 1e-9;
    std::erase_if(ticks, [&](double tick) { return tick < range.low - slack || tick > range.high + slack; });
    return ticks;
}

double stepOf(const std::vector<double>& ticks) { return ticks.size() > 1 ? ticks[1] - ticks[0] : 1; }

/// 1,500 as "1.5k".
QString shortNumber(double value, double step) {
    static constexpr std::array<std::pair<double, QChar>, 4> units{{{1e12, u'T'}, {1e9, u'B'}, {1e6, u'M'}, {1e3, u'k'}}};
    for (const auto& [size, letter] : units)
        if (std::abs(value) >= size) return controls::formatDecimal(value / size, std::min(base::digitsFor(step / size), 3)) + letter;
    return controls::formatDecimal(value, base::digitsFor(step));
}

/// 2e-4, with as many figures as tell it from its neighbours.
QString shortRate(double value, double step) {
    const int figures = value == 0 ? 0 : 1 + int(std::ceil(std::log10(std::abs(value) / step)));
    if (figures <= kRateFigures) return controls::formatRate(value);
    const auto parts = QString::number(std::abs(value), 'e', figures).split(u'e');
    return (value < 0 ? QString(kMinus) : QString()) + parts[0] + u'e' + QString::number(parts[1].toInt());
}

std::vector<double> logTicks(const Range& range, int wanted) {
    const double decades = std::log10(range.high / range.low);
    const int stride = std::max(1, int(std::ceil(decades / wanted)));
    std::vector<double> ticks;
    for (int power = int(std::floor(std::log10(range.low))); power <= std::ceil(std::log10(range.high)); ++power) {
        if (power % stride != 0) continue;
        const double decade = std::pow(10, power);
        ticks.push_back(decade);
        if (decades * 3 <= wanted) ticks.insert(ticks.end(), {2 * decade, 5 * decade});
    }
    ticks = inside(std::move(ticks), range);
    // Less than a decade is almost linear.
    return ticks.size() >= 2 ? ticks : inside(base::niceTicks(range.low, range.high, wanted), range);
}

struct TimeUnit {
    double seconds;
    const char* text;
};
constexpr std::array<TimeUnit, 4> kTimeUnits{{{86'400, QT_TRANSLATE_NOOP("Charts", "%1 d")},
                                              {3'600, QT_TRANSLATE_NOOP("Charts", "%1 h")},
                                              {60, QT_TRANSLATE_NOOP("Charts", "%1 min")},
                                              {1, QT_TRANSLATE_NOOP("Charts", "%1 s")}}};

/// A step that reads well: below a minute, an hour and a day their round parts, then whole days.
double timeStep(double rough) {
    static constexpr std::array<double, 20> steps{1,   2,    5,    10,   15,     30,     60,     120,    300,     600,
                                                  900, 1800, 3600, 7200, 10'800, 21'600, 43'200, 86'400, 172'800, 432'000};
    for (const double step : steps)
        if (step >= rough) return step;
    return stepOf(base::niceTicks(0, rough / 86'400, 1)) * 86'400;
}

std::vector<Tick> timeTicks(const Range& range, int wanted) {
    const double rough = range.size() / wanted;
    const double step = rough > 0.5 ? timeStep(rough) : stepOf(base::niceTicks(range.low, range.high, wanted));
    const auto* unit = &kTimeUnits.back();
    for (const auto& candidate : kTimeUnits)
        if (step >= candidate.seconds && isWhole(step / candidate.seconds)) {
            unit = &candidate;
            break;
        }
    std::vector<Tick> ticks;
    for (double at = std::ceil(range.low / step - 1e-9) * step; at <= range.high + step * 1e-9; at += step) {
        const auto figure = controls::formatDecimal(at / unit->seconds, base::digitsFor(step / unit->seconds));
        ticks.push_back({at, std::abs(at) < step / 2 ? u"0"_s : inWords(unit->text).arg(figure)});
    }
    return ticks;
}

std::vector<double> stepTicks(const Range& range, int wanted, std::int64_t interval) {
    const double intervals = interval > 0 ? range.size() / double(interval) / wanted : 0;
    std::vector<double> ticks;
    if (interval > 0 && intervals > 1.0 / kMostTicksInInterval && intervals <= kMostIntervals) {
        const double step = std::ceil(intervals) * double(interval);
        for (double at = std::ceil(range.low / step) * step; at <= range.high; at += step) ticks.push_back(at);
    }
    if (ticks.size() < 2) ticks = inside(base::niceTicks(range.low, range.high, wanted), range);
    std::erase_if(ticks, [](double tick) { return !isWhole(tick); });
    return ticks;
}

std::vector<Tick> written(const std::vector<double>& values, const Range& range, const Unit& unit) {
    const double most = std::max(std::abs(range.low), std::abs(range.high)), step = stepOf(values);
    std::vector<Tick> ticks;
    for (const double value : values) {
        const double exact = std::abs(value) < step * 1e-6 ? 0 : value;
        if (unit.kind == Unit::Kind::rate || most < kSmallestPlain)
            ticks.push_back({value, shortRate(exact, step)});
        else
            ticks.push_back(
                {value, most > kLargestPlain ? shortNumber(exact, step) : controls::formatDecimal(exact, base::digitsFor(step))});
    }
    return ticks;
}

}  // namespace

std::vector<Tick> valueTicks(const Range& range, int pixels, const Unit& unit, Scale scale) {
    const int least = pixels < kFewTicksBelow ? 2 : 3;
    const int wanted = std::max(least, int(std::lround(double(pixels) / kValueTickApart)));
    if (scale == Scale::linear) return written(inside(base::niceTicks(range.low, range.high, wanted), range), range, unit);
    std::vector<Tick> ticks;
    // On a log axis each tick has the digits that it needs itself.
    for (const double value : logTicks(range, wanted)) ticks.push_back(written({value, 2 * value}, {value, value}, unit).front());
    return ticks;
}

std::vector<Tick> shareTicks(double all, int pixels, const Unit& unit) {
    const int parts = pixels < 4 * kValueTickApart ? 2 : 4;
    const int digits = std::min(base::digitsFor(all / parts), unit.digits);
    std::vector<Tick> ticks;
    for (int part = 0; part <= parts; ++part) ticks.push_back({all * part / parts, controls::formatDecimal(all * part / parts, digits)});
    return ticks;
}

std::vector<Tick> valueTicksOver(const Range& range, int pixels, int apart, const Unit& unit) {
    return written(inside(base::niceTicks(range.low, range.high, std::max(1, pixels / apart)), range), range, unit);
}

std::vector<Tick> xTicks(XAxis axis, const Range& range, int pixels, int apart, std::int64_t interval) {
    const int wanted = std::max(1, pixels / apart);
    if (axis == XAxis::time) return timeTicks(range, wanted);
    std::vector<Tick> ticks;
    const auto values = stepTicks(range, wanted, axis == XAxis::step ? interval : 0);
    for (const double value : values)
        ticks.push_back({value, axis == XAxis::step ? controls::formatCount(std::llround(value)) : shortNumber(value, stepOf(values))});
    return ticks;
}

}  // namespace anneal::charts
