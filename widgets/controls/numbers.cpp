#include "controls/numbers.h"

#include <array>
#include <cmath>
#include <limits>

#include <QCoreApplication>
#include <QLocale>

#include "base/text.h"

using namespace Qt::StringLiterals;

namespace anneal::controls {
namespace {

constexpr QChar kMinus(0x2212);
constexpr QChar kThinSpace(0x2009);
const auto kNone = u"–"_s;

QString withTrueMinus(QString text) {
    if (text.startsWith(u'-')) text[0] = kMinus;
    return text;
}

QString plain(double value, int digits) {
    auto text = QLocale(QLocale::English, QLocale::UnitedStates).toString(value, 'f', digits);
    // A small negative value may round to nothing.
    const bool nothing = std::none_of(text.begin(), text.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    if (nothing && text.startsWith(u'-')) text.remove(0, 1);
    return text;
}

QString inWords(const char* text) { return QCoreApplication::translate("Numbers", text); }

}  // namespace

QString formatCount(std::int64_t count) { return withTrueMinus(QString::fromStdString(base::formatCount(count))); }

QString formatDifference(std::int64_t difference) { return difference > 0 ? u'+' + formatCount(difference) : formatCount(difference); }

QString formatDecimal(double value, int digits) { return std::isfinite(value) ? withTrueMinus(plain(value, digits)) : kNone; }

QString formatDifference(double value, int digits) {
    const auto text = formatDecimal(value, digits);
    return value > 0 && std::isfinite(value) ? u'+' + text : text;
}

QString formatPercent(double share, int digits) {
    return std::isfinite(share) ? formatDecimal(share * 100, digits) + kThinSpace + u'%' : kNone;
}

QString formatBytes(std::uint64_t bytes) { return QString::fromStdString(base::formatBytes(bytes)); }

QString formatCompact(double count) {
    if (!std::isfinite(count)) return kNone;
    static constexpr std::array units{"", " K", " M", " B", " T"};
    double value = std::abs(count);
    std::size_t unit = 0;
    // 999,950 already reads as 1.00 M.
    for (; value >= 999.5 && unit + 1 < units.size(); ++unit) value /= 1000;
    const int digits = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return withTrueMinus(plain(std::copysign(value, count), digits)) + QLatin1StringView(units[unit]);
}

QString formatRate(double rate) {
    if (!std::isfinite(rate)) return kNone;
    if (rate == 0) return u"0"_s;
    if (std::abs(rate) >= 0.01) return withTrueMinus(QString::number(rate, 'g', 3));
    const auto parts = QString::number(rate, 'e', 2).split(u'e');
    auto mantissa = parts[0];
    while (mantissa.endsWith(u'0')) mantissa.chop(1);
    if (mantissa.endsWith(u'.')) mantissa.chop(1);
    return withTrueMinus(mantissa) + u'e' + QString::number(parts[1].toInt());
}

QString formatDuration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return kNone;
    if (seconds < 0.995) return inWords(QT_TRANSLATE_NOOP("Numbers", "%1 s")).arg(plain(seconds, 2));
    if (seconds < 9.95 && seconds != std::floor(seconds)) return inWords("%1 s").arg(plain(seconds, 1));
    const auto whole = std::int64_t(std::llround(seconds));
    if (whole < 60) return inWords("%1 s").arg(whole);
    const auto minutes = std::int64_t(std::llround(seconds / 60));
    if (minutes < 60) return inWords(QT_TRANSLATE_NOOP("Numbers", "%1 min")).arg(minutes);
    const auto hours = minutes / 60;
    if (hours < 24) return inWords(QT_TRANSLATE_NOOP("Numbers", "%1 h %2 min")).arg(hours).arg(minutes % 60);
    return inWords(QT_TRANSLATE_NOOP("Numbers", "%1 d %2 h")).arg(hours / 24).arg(hours % 24);
}

double parseRate(const QString& text) {
    bool read = false;
    const double rate = QString(text).remove(u',').replace(kMinus, u'-').trimmed().toDouble(&read);
    return read ? rate : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace anneal::controls
