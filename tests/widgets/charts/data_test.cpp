// The numbers under the charts: columns, pyramids, series, running means, columns of pixels.

#include <cmath>
#include <random>

#include <QtTest>

#include "charts/data/smoothed_track.h"
#include "charts/data/spans.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

Extremes bruteForce(const std::vector<double>& values, std::size_t first, std::size_t last, bool positiveOnly = false) {
    Extremes found;
    for (std::size_t i = first; i < last; ++i) {
        if (!std::isfinite(values[i]) || (positiveOnly && values[i] <= 0)) continue;
        found.low = std::min(found.low, values[i]);
        found.high = std::max(found.high, values[i]);
    }
    return found;
}

/// Mostly noise about nought, with gaps and infinities.
std::vector<double> randomValues(std::size_t count, std::mt19937& draw) {
    std::normal_distribution<double> noise;
    std::vector<double> values(count);
    for (auto& value : values) value = draw() % 50 == 0 ? kGap : draw() % 90 == 0 ? INFINITY : noise(draw);
    return values;
}

Place at(std::int64_t step) { return {step, double(step) * 0.25, step * 1000}; }

class DataTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void extremes_of_any_stretch_are_those_of_brute_force() {
        std::mt19937 draw(1);
        const auto values = randomValues(70'001, draw);
        Track track;
        for (const double value : values) track.append(value);
        for (int i = 0; i < 2000; ++i) {
            const std::size_t length = std::size_t(1) << draw() % 17;
            const std::size_t first = draw() % values.size(), last = std::min(values.size(), first + draw() % length);
            QCOMPARE(track.extremes(first, last), bruteForce(values, first, last));
            QCOMPARE(track.positiveExtremes(first, last), bruteForce(values, first, last, true));
            const auto from = values.begin() + std::ptrdiff_t(first), to = values.begin() + std::ptrdiff_t(last);
            QCOMPARE(track.countNotPositive(first, last),
                     std::size_t(std::count_if(from, to, [](double value) { return std::isfinite(value) && value <= 0; })));
        }
        QCOMPARE(track.extremes(0, values.size()), bruteForce(values, 0, values.size()));
    }

    void extremes_stay_exact_while_values_are_appended_and_cut() {
        std::mt19937 draw(2);
        Track track;
        std::vector<double> values;
        for (int round = 0; round < 300; ++round) {
            for (const double value : randomValues(draw() % 700, draw)) {
                track.append(value);
                values.push_back(value);
            }
            if (draw() % 4 == 0) {
                values.resize(draw() % (values.size() + 1));
                track.cut(values.size());
            }
            QCOMPARE(track.size(), values.size());
            const std::size_t first = draw() % (values.size() + 1);
            QCOMPARE(track.extremes(first, values.size()), bruteForce(values, first, values.size()));
            QCOMPARE(track.positiveExtremes(first, values.size()), bruteForce(values, first, values.size(), true));
            QCOMPARE(track.extremes(0, first), bruteForce(values, 0, first));
        }
    }

    void appending_moves_nothing_that_is_there() {
        Column<double> column;
        column.append(7);
        const double* first = &column[0];
        for (int i = 0; i < 100'000; ++i) column.append(i);
        QCOMPARE(&column[0], first);
        QCOMPARE(column[0], 7.0);
        QCOMPARE(column[100'000], 99'999.0);
    }

    void a_copy_keeps_what_it_shows_while_the_column_goes_on_or_back() {
        Column<double> column;
        for (int i = 0; i < 5000; ++i) column.append(i);
        const auto copy = column;
        column.append(-1);
        column.cut(4500);
        for (int i = 0; i < 1000; ++i) column.append(-2);
        QCOMPARE(copy.size(), std::size_t(5000));
        for (int i = 0; i < 5000; ++i) QCOMPARE(copy[std::size_t(i)], double(i));
        QCOMPARE(column[4500], -2.0);
    }

    void points_are_found_along_every_axis() {
        Series series(u"Train"_s);
        for (int i = 0; i < 100; ++i) series.append(at(i * 10), i);
        QCOMPARE(series.firstAt(XAxis::step, 95), std::size_t(10));
        QCOMPARE(series.firstAt(XAxis::step, 100), std::size_t(10));
        QCOMPARE(series.firstAt(XAxis::time, 25), std::size_t(10));
        QCOMPARE(series.firstAt(XAxis::tokens, 5000), std::size_t(1));
        QCOMPARE(series.firstAt(XAxis::step, 1e9), std::size_t(100));
        QCOMPARE(series.nearest(XAxis::step, 104), std::size_t(10));
        QCOMPARE(series.nearest(XAxis::step, 106), std::size_t(11));
        QCOMPARE(series.nearest(XAxis::step, -5), std::size_t(0));
        QCOMPARE(series.nearest(XAxis::step, 1e9), std::size_t(99));
    }

    void a_resumed_run_replaces_the_steps_it_goes_over_again() {
        Series series(u"Train"_s);
        for (int step = 10; step <= 50; step += 10) series.append(at(step), step);
        series.append({30, 60, 0}, 0.5);
        QCOMPARE(series.size(), std::size_t(3));
        QCOMPARE(series.value(2), 0.5);
        QCOMPARE(series.place(2).step, std::int64_t(30));
        QCOMPARE(series.place(2).tokens, std::int64_t(20'000));
        QCOMPARE(series.rewound(), std::size_t(1));
    }

    void a_clock_set_back_does_not_turn_the_time_axis_round() {
        Series series(u"Train"_s);
        series.append({1, 10, 1}, 1);
        series.append({2, 4, 2}, 1);
        QCOMPARE(series.place(1).seconds, 10.0);
    }

    void the_running_mean_follows_a_growing_series() {
        std::mt19937 draw(3);
        const auto values = randomValues(5000, draw);
        Series series(u"Train"_s);
        SmoothedTrack smoothed;
        smoothed.setWeight(0.9);
        for (std::size_t i = 0; i < values.size(); ++i) {
            series.append(at(std::int64_t(i)), values[i]);
            if (draw() % 100 == 0) smoothed.of(series);
        }
        const auto& means = smoothed.of(series);
        const auto reference = base::smoothed(values, 0.9);
        QCOMPARE(means.size(), reference.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            QVERIFY(means[i] == reference[i] || (std::isnan(means[i]) && std::isnan(reference[i])));
    }

    void the_running_mean_follows_a_rewound_series_and_a_new_weight() {
        Series series(u"Train"_s);
        SmoothedTrack smoothed;
        smoothed.setWeight(0.5);
        for (int i = 0; i < 100; ++i) series.append(at(i), i);
        smoothed.of(series);
        series.append(at(50), -9);
        std::vector<double> values;
        for (int i = 0; i < 50; ++i) values.push_back(i);
        values.push_back(-9);
        QCOMPARE(smoothed.of(series).size(), values.size());
        QCOMPARE(smoothed.of(series)[50], base::smoothed(values, 0.5)[50]);
        smoothed.setWeight(0.99);
        QCOMPARE(smoothed.of(series)[50], base::smoothed(values, 0.99)[50]);
    }

    void columns_of_pixels_hold_the_exact_extremes_at_every_zoom() {
        std::mt19937 draw(4);
        const auto values = randomValues(40'000, draw);
        Series series(u"Train"_s);
        std::int64_t step = 0;
        for (const double value : values) series.append(at(step += 1 + draw() % 5), value);
        for (int zoom = 0; zoom < 40; ++zoom) {
            const double low = double(draw() % 100'000), size = std::pow(1.35, zoom + 1);
            const Window window{XAxis::step, {low, low + size}, int(1 + draw() % 2000)};
            const bool positiveOnly = zoom % 2 == 0;
            std::vector<Extremes> expected(std::size_t(window.columns));
            for (std::size_t i = 0; i < series.size(); ++i) {
                const double x = series.x(XAxis::step, i);
                if (!window.x.holds(x)) continue;
                const auto column = std::min(std::size_t((x - low) / (window.x.size() / window.columns)), expected.size() - 1);
                if (!positiveOnly || series.value(i) > 0) expected[column].add(series.value(i));
            }
            std::vector<Extremes> found(expected.size());
            for (const auto& span : spansOf(cutsOf(series, window), series.values(), positiveOnly)) {
                auto& extremes = found[std::size_t(span.column)];
                extremes.low = span.low;
                extremes.high = span.high;
            }
            QCOMPARE(found, expected);
        }
    }

    void a_gap_parts_the_line() {
        Series series(u"Train"_s);
        for (int i = 0; i < 10; ++i) series.append(at(i), i == 4 ? kGap : i == 7 ? -1 : 1);
        const auto joined = [&](bool positiveOnly) {
            QList<int> columns;
            for (const auto& span : spansOf(cutsOf(series, {XAxis::step, {0, 10}, 10}), series.values(), positiveOnly))
                if (span.joined) columns << span.column;
            return columns;
        };
        QCOMPARE(joined(false), (QList<int>{1, 2, 3, 6, 7, 8, 9}));
        QCOMPARE(joined(true), (QList<int>{1, 2, 3, 6, 9}));
    }
};

}  // namespace
}  // namespace anneal::charts

QTEST_APPLESS_MAIN(anneal::charts::DataTest)
#include "data_test.moc"
