#pragma once
// How numbers are written everywhere in the window: thousands apart, a thin space before %, GiB, a true minus, 2e-4 for rates.
// The words of a duration are translated; the figures are the same in every language.

#include <cstdint>

#include <QString>

namespace anneal::controls {

QString formatCount(std::int64_t count);              ///< 40,473
QString formatDifference(std::int64_t difference);    ///< +12, −2,855, 0
QString formatDecimal(double value, int digits);      ///< 0.836, −0.02
QString formatDifference(double value, int digits);   ///< +0.015
QString formatPercent(double share, int digits = 0);  ///< 0.64 as "64 %"
QString formatBytes(std::uint64_t bytes);             ///< 22.4 GiB
QString formatCompact(double count);                  ///< three figures and K, M, B or T: 40.4 M, 7.62 B
QString formatRate(double rate);                      ///< 2e-4, 5.96e-5
QString formatDuration(double seconds);               ///< 1 h 26 min, 31 min, 4 s, 0.09 s

/// What formatRate writes, and any other way to write a number; NaN where it is none.
double parseRate(const QString& text);

}  // namespace anneal::controls
