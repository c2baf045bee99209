// Numbers are written one way, whatever the locale of the machine.

#include "controls/numbers.h"

#include <cmath>
#include <limits>

#include <QTranslator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace anneal::controls;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// What a translation of the durations does.
class Chinese : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char*, int) const override {
        if (qstrcmp(context, "Numbers") != 0) return {};
        return qstrcmp(source, "%1 h %2 min") == 0 ? u"%1 小时 %2 分"_s : QString();
    }
    bool isEmpty() const override { return false; }
};

class NumbersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::German)); }

    void counts_have_their_thousands_apart() {
        QCOMPARE(formatCount(40473), u"40,473"_s);
        QCOMPARE(formatCount(-2855), u"−2,855"_s);
        QCOMPARE(formatDifference(std::int64_t(12)), u"+12"_s);
        QCOMPARE(formatDifference(std::int64_t(0)), u"0"_s);
        QCOMPARE(formatDifference(std::int64_t(-37)), u"−37"_s);
    }

    void decimals_have_a_point_and_a_true_minus() {
        QCOMPARE(formatDecimal(0.8361, 3), u"0.836"_s);
        QCOMPARE(formatDecimal(12345.678, 1), u"12,345.7"_s);
        QCOMPARE(formatDecimal(-0.02, 2), u"−0.02"_s);
        QCOMPARE(formatDecimal(-0.0001, 2), u"0.00"_s);
        QCOMPARE(formatDifference(0.0153, 3), u"+0.015"_s);
        QCOMPARE(formatDecimal(kNaN, 2), u"–"_s);
    }

    void a_thin_space_stands_before_the_percent_sign() {
        QCOMPARE(formatPercent(0.64), u"64\u2009%"_s);
        QCOMPARE(formatPercent(0.0053, 2), u"0.53\u2009%"_s);
        QCOMPARE(formatPercent(kNaN), u"–"_s);
    }

    void large_counts_keep_three_figures() {
        QCOMPARE(formatCompact(40'370'176), u"40.4 M"_s);
        QCOMPARE(formatCompact(7.62e9), u"7.62 B"_s);
        QCOMPARE(formatCompact(573'440), u"573 K"_s);
        QCOMPARE(formatCompact(999'499), u"999 K"_s);
        QCOMPARE(formatCompact(999'950), u"1.00 M"_s);
        QCOMPARE(formatCompact(42), u"42"_s);
    }

    void rates_have_the_shortest_power_of_ten() {
        QCOMPARE(formatRate(2e-4), u"2e-4"_s);
        QCOMPARE(formatRate(5.96e-5), u"5.96e-5"_s);
        QCOMPARE(formatRate(1e-10), u"1e-10"_s);
        QCOMPARE(formatRate(0.05), u"0.05"_s);
        QCOMPARE(formatRate(0), u"0"_s);
    }

    void a_rate_is_read_as_it_is_written() {
        for (const double rate : {2e-4, 5.96e-5, 0.05, 1.0, 0.0}) QCOMPARE(parseRate(formatRate(rate)), rate);
        QCOMPARE(parseRate(u"0.0002"_s), 2e-4);
        QVERIFY(std::isnan(parseRate(u"fast"_s)));
        QVERIFY(std::isnan(parseRate(QString())));
    }

    void durations_name_the_two_units_that_matter() {
        QCOMPARE(formatDuration(0.09), u"0.09 s"_s);
        QCOMPARE(formatDuration(1.9), u"1.9 s"_s);
        QCOMPARE(formatDuration(4), u"4 s"_s);
        QCOMPARE(formatDuration(59.7), u"1 min"_s);
        QCOMPARE(formatDuration(31 * 60), u"31 min"_s);
        QCOMPARE(formatDuration(86 * 60), u"1 h 26 min"_s);
        QCOMPARE(formatDuration(59.6 * 60), u"1 h 0 min"_s);
        QCOMPARE(formatDuration(50 * 3600), u"2 d 2 h"_s);
        QCOMPARE(formatDuration(-1), u"–"_s);
    }

    void the_words_of_a_duration_are_translated() {
        Chinese chinese;
        QCoreApplication::installTranslator(&chinese);
        QCOMPARE(formatDuration(86 * 60), u"1 小时 26 分"_s);
        QCoreApplication::removeTranslator(&chinese);
    }
};

}  // namespace

QTEST_MAIN(NumbersTest)
#include "numbers_test.moc"
