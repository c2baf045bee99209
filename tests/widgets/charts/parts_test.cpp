// The parts of charts by themselves: ticks, views, readings, ribbons, looks.

#include <cmath>

#include "charts/plot/ribbon.h"
#include "charts/plot/ticks.h"
#include "charts/reading.h"
#include "charts/series_look.h"
#include "charts/view.h"
#include "widgets/charts/samples.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

QStringList texts(const std::vector<Tick>& ticks) {
    QStringList all;
    for (const auto& tick : ticks) all << tick.text;
    return all;
}

QStringList valueTexts(const Range& range, int pixels, Unit::Kind kind = Unit::Kind::decimal, Scale scale = Scale::linear) {
    return texts(valueTicks(range, pixels, {.kind = kind}, scale));
}

/// Darkness of a picture of one line, 0 … 1 a pixel.
double inkIn(const QImage& image, int x, int y) { return qAlpha(image.pixel(x, y)) / 255.0; }

class PartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ticks_are_round_and_written_as_everywhere() {
        QCOMPARE(valueTexts({0.7, 1.75}, 212), (QStringList{u"0.8"_s, u"1.0"_s, u"1.2"_s, u"1.4"_s, u"1.6"_s}));
        QCOMPARE(valueTexts({0, 2.1e-4}, 76, Unit::Kind::rate), (QStringList{u"0"_s, u"1e-4"_s, u"2e-4"_s}));
        QCOMPARE(valueTexts({0, 13'000}, 76, Unit::Kind::count), (QStringList{u"0"_s, u"5k"_s, u"10k"_s}));
        QCOMPARE(valueTexts({-1.2, 0.1}, 100), (QStringList{u"−1.0"_s, u"−0.5"_s, u"0.0"_s}));
        QCOMPARE(valueTexts({0, 2.5e9}, 100), (QStringList{u"0"_s, u"1B"_s, u"2B"_s}));
    }

    void ticks_of_a_capacity_are_its_parts() {
        const Unit unit{.digits = 1};
        QCOMPARE(texts(shareTicks(48, 76, unit)), (QStringList{u"0"_s, u"24"_s, u"48"_s}));
        QCOMPARE(texts(shareTicks(80, 200, unit)), (QStringList{u"0"_s, u"20"_s, u"40"_s, u"60"_s, u"80"_s}));
        QCOMPARE(texts(shareTicks(23.643, 76, unit)), (QStringList{u"0.0"_s, u"11.8"_s, u"23.6"_s}));
    }

    void ticks_lie_within_the_axis_and_tell_each_other_apart() {
        for (const double low : {-7.3, 0.0, 0.001, 3e5})
            for (double size = 1e-6 + std::abs(low) * 1e-3; size < 1e9; size *= 2.7) {
                const auto ticks = valueTicks({low, low + size}, 200, {}, Scale::linear);
                QVERIFY(ticks.size() >= 2 && ticks.size() <= 12);
                for (std::size_t i = 0; i < ticks.size(); ++i) {
                    QVERIFY(ticks[i].value >= low - size * 1e-6 && ticks[i].value <= low + size * (1 + 1e-6));
                    if (i > 0) QVERIFY2(ticks[i].text != ticks[i - 1].text, qPrintable(ticks[i].text));
                }
            }
    }

    void ticks_of_a_log_axis_are_decades_and_their_parts() {
        QCOMPARE(valueTexts({5e-5, 0.2}, 190, Unit::Kind::decimal, Scale::log), (QStringList{u"1e-4"_s, u"1e-3"_s, u"0.01"_s, u"0.1"_s}));
        QCOMPARE(valueTexts({0.9, 30}, 190, Unit::Kind::decimal, Scale::log), (QStringList{u"1"_s, u"2"_s, u"5"_s, u"10"_s, u"20"_s}));
        QCOMPARE(valueTexts({1e-8, 1e8}, 190, Unit::Kind::rate, Scale::log).size(), 5);
    }

    void ticks_of_steps_meet_the_evaluations() {
        QCOMPARE(texts(xTicks(XAxis::step, {0, 1560}, 908, 80, 130)),
                 (QStringList{u"0"_s, u"260"_s, u"520"_s, u"780"_s, u"1,040"_s, u"1,300"_s, u"1,560"_s}));
        QCOMPARE(texts(xTicks(XAxis::step, {0, 1560}, 185, 54, 130)), (QStringList{u"0"_s, u"520"_s, u"1,040"_s, u"1,560"_s}));
        // Zoomed in so far that no evaluation is in sight.
        QCOMPARE(texts(xTicks(XAxis::step, {10, 60}, 500, 80, 130)), (QStringList{u"10"_s, u"20"_s, u"30"_s, u"40"_s, u"50"_s, u"60"_s}));
        QCOMPARE(texts(xTicks(XAxis::step, {10, 12}, 900, 80, 0)), (QStringList{u"10"_s, u"11"_s, u"12"_s}));
    }

    void ticks_of_time_have_one_unit() {
        QCOMPARE(texts(xTicks(XAxis::time, {0, 5400}, 400, 80, 0)), (QStringList{u"0"_s, u"30 min"_s, u"60 min"_s, u"90 min"_s}));
        QCOMPARE(texts(xTicks(XAxis::time, {0, 4 * 3600}, 400, 80, 0)), (QStringList{u"0"_s, u"1 h"_s, u"2 h"_s, u"3 h"_s, u"4 h"_s}));
        QCOMPARE(texts(xTicks(XAxis::time, {30, 50}, 400, 80, 0)), (QStringList{u"30 s"_s, u"35 s"_s, u"40 s"_s, u"45 s"_s, u"50 s"_s}));
        QCOMPARE(texts(xTicks(XAxis::time, {0, 20 * 86'400}, 400, 80, 0)),
                 (QStringList{u"0"_s, u"5 d"_s, u"10 d"_s, u"15 d"_s, u"20 d"_s}));
        QCOMPARE(texts(xTicks(XAxis::tokens, {0, 4e6}, 400, 80, 0)), (QStringList{u"0"_s, u"1M"_s, u"2M"_s, u"3M"_s, u"4M"_s}));
    }

    void a_view_stays_within_what_there_is() {
        View view;
        QObject chart;
        view.setExtent(&chart, {0, 1000}, 400);
        view.zoom(0.5, 0);
        QCOMPARE(view.range(), (Range{0, 500}));
        view.pan(-100);
        QCOMPARE(view.range(), (Range{0, 500}));
        view.pan(700);
        QCOMPARE(view.range(), (Range{500, 1000}));
        view.zoom(100, 600);
        QCOMPARE(view.mode(), View::Mode::all);
        view.pan(10);
        QCOMPARE(view.range(), (Range{0, 1000}));
        for (int i = 0; i < 200; ++i) view.zoom(0.5, 123);
        QVERIFY(view.range().size() > 0);
        QVERIFY(view.range().holds(123));
    }

    void a_shared_view_spans_all_its_charts() {
        View view;
        QObject first, second;
        view.setExtent(&first, {0, 100}, 100);
        view.setExtent(&second, {50, 300}, 250);
        QCOMPARE(view.range(), (Range{0, 300}));
        view.show({100, 150});
        view.followNewest();
        QCOMPARE(view.range(), (Range{200, 250}));
        view.forget(&second);
        QCOMPARE(view.range(), (Range{50, 100}));
    }

    void a_reading_compares_with_the_baseline_and_tells_who_had_ended() {
        Scene scene;
        scene.lines.push_back({test::evalLoss(910, 0.045, u"lora16"_s), {}});
        scene.lines.push_back({test::evalLoss(1560, 0.060, u"qlora16"_s, test::kBegan + 9), {}});
        scene.lines.push_back({test::evalLoss(780, 0.050, u"fast"_s, test::kBegan + 99), {}});
        scene.lines[2].ended = true;
        scene.baseline = 0;
        scene.notes = {{910, u"Best so far"_s}};
        const auto reading = readAt(scene, 910, 0.5);
        QCOMPARE(reading.corner, u"against lora16"_s);
        QCOMPARE(reading.rows.size(), std::size_t(2));
        QVERIFY(reading.rows[0].remark.isEmpty());
        QCOMPARE(reading.rows[1].remark, u"+0.015"_s);
        QCOMPARE(reading.note, u"Best so far · fast ended at step 780"_s);
    }

    void a_hidden_line_and_a_plan_are_not_read() {
        Scene scene;
        scene.lines.push_back({test::evalLoss(910), {}});
        scene.lines.push_back({test::evalLoss(910), {}});
        scene.lines.push_back({test::evalLoss(910), {.planned = true}});
        scene.lines[1].hidden = true;
        QCOMPARE(readAt(scene, 910, 0.5).rows.size(), std::size_t(1));
        QVERIFY(!readAt(scene, 910, 0.5).corner.isEmpty());
    }

    void a_spike_does_not_flatten_a_smooth_line() {
        Scene scene;
        auto series = std::make_shared<Series>(u"Train"_s);
        for (int i = 0; i < 5000; ++i) series->append({i, 0, 0}, i == 2500 ? 1e6 : 1 + 0.1 * test::noise(i));
        scene.lines.push_back({series, {.smooths = true}});
        QVERIFY(scene.values({0, 5000}).high > 1e6);
        scene.smoothing = 0.5;
        scene.lines.front().series = test::trainLoss(5000, 1);
        auto spiky = test::trainLoss(2499, 1);
        spiky->append(test::placeOf(2500), 1e6);
        for (int i = 2501; i < 5000; ++i) spiky->append(test::placeOf(i), 0.8);
        scene.lines.front() = Line{spiky, {.smooths = true}};
        scene.smoothing = 0.999;
        QVERIFY(scene.values({0, 2400}).high < 3);
        QVERIFY(scene.values({2490, 2600}).high < 2000);
    }

    void a_flat_line_a_single_point_and_none_have_an_axis() {
        Scene scene;
        QVERIFY(!scene.extent());
        auto series = std::make_shared<Series>(u"Flat"_s);
        scene.lines.push_back({series, {}});
        QVERIFY(scene.isEmpty());
        series->append({5, 0, 0}, 2);
        QVERIFY(scene.extent()->size() > 0);
        const auto values = scene.values(*scene.extent());
        QVERIFY(values.low < 2 && values.high > 2);
        for (const double value : {0.0, -3.0, double(NAN)}) {
            auto other = std::make_shared<Series>(u"Other"_s);
            other->append({0, 0, 0}, value);
            Scene alone;
            alone.lines.push_back({other, {}});
            QVERIFY(alone.values({0, 1}).size() > 0);
            alone.scale = Scale::log;
            QVERIFY(alone.values({0, 1}).low > 0);
        }
    }

    void a_level_ribbon_is_as_thick_as_its_stroke() {
        for (const int perPixel : {1, 4}) {
            QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
            image.fill(0);
            Ribbon ribbon(40, perPixel, 40);
            ribbon.add(0, 20.25, 40 * perPixel, 20.25);
            strokeRibbon(image, ribbon, {theme::color(theme::Role::text), 1.5});
            double ink = 0;
            for (int y = 0; y < 40; ++y) ink += inkIn(image, 20, y);
            QVERIFY(std::abs(ink - 1.5) < 0.03);
            QVERIFY(inkIn(image, 20, 20) > 0.98);
        }
    }

    void a_slanted_ribbon_looks_as_qpainter_draws_it() {
        for (const double slope : {0.3, 1.0, 3.0, 8.0}) {
            QImage ours(120, 120, QImage::Format_ARGB32_Premultiplied), theirs = ours;
            ours.fill(0);
            theirs = ours;
            const double x1 = std::min(110.0, 10 + 100 / slope), y1 = 10 + (x1 - 10) * slope;
            Ribbon ribbon(120, 4, 120);
            ribbon.add(4 * 10, 10, 4 * x1, y1);
            strokeRibbon(ours, ribbon, {theme::color(theme::Role::text), 1.5});
            QPainter painter(&theirs);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme::color(theme::Role::text), 1.5, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(10, 10), QPointF(x1, y1));
            painter.end();
            double sum = 0, reference = 0, unlike = 0;
            for (int y = 0; y < 120; ++y)
                for (int x = 0; x < 120; ++x) {
                    sum += inkIn(ours, x, y);
                    reference += inkIn(theirs, x, y);
                    unlike += std::abs(inkIn(ours, x, y) - inkIn(theirs, x, y));
                }
            QVERIFY2(std::abs(sum - reference) < 0.15 * reference, qPrintable(u"%1: %2, %3"_s.arg(slope).arg(sum).arg(reference)));
            QVERIFY2(unlike < 0.3 * reference, qPrintable(u"%1: %2 of %3"_s.arg(slope).arg(unlike).arg(reference)));
        }
    }

    void a_ribbon_reaches_the_extremes_of_every_column() {
        Series series(u"Noise"_s);
        for (int i = 0; i < 20'000; ++i) series.append({i, 0, 0}, 50 + 40 * test::noise(i));
        const Window window{XAxis::step, {0, 20'000}, 100};
        const auto cuts = cutsOf(series, window);
        const auto ribbon =
            ribbonOf(series, series.values(), window, cuts, Ribbon(100, 1, 100), false, [](double value) { return 100 - value; });
        QImage image(100, 100, QImage::Format_ARGB32_Premultiplied);
        image.fill(0);
        strokeRibbon(image, ribbon, {theme::color(theme::Role::text), 1});
        for (const auto& span : spansOf(cuts, series.values(), false)) {
            const int top = int(100 - span.high), bottom = int(100 - span.low);
            for (int y = top + 1; y < bottom; ++y) QCOMPARE(inkIn(image, span.column, y), 1.0);
            QVERIFY(top < 2 || inkIn(image, span.column, top - 2) == 0 || span.joined);
        }
    }

    void a_dashed_ribbon_leaves_out_what_its_dash_says() {
        QImage image(120, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(0);
        Ribbon ribbon(120, 1, 20);
        ribbon.add(0, 10, 120, 10);
        strokeRibbon(image, ribbon, {.color = theme::color(theme::Role::text), .width = 2, .dash = {6, 3}});
        for (int x = 0; x < 120; ++x) QCOMPARE(inkIn(image, x, 10) > 0.5, x % 9 < 6);
    }

    void series_keep_their_look_and_differ_from_the_ones_before() {
        QList<std::pair<QRgb, QList<qreal>>> looks;
        for (std::size_t number = 0; number < 32; ++number) {
            const std::pair look(seriesColor(number).rgb(), seriesDash(number));
            QVERIFY2(!looks.contains(look), qPrintable(QString::number(number)));
            looks << look;
        }
        QCOMPARE(seriesColor(3), theme::series(3).color);
        QCOMPARE(seriesDash(3), theme::series(3).dash);
        QCOMPARE(seriesColor(11), seriesColor(3));
        // Dash lengths are pixels, whatever the width.
        QCOMPARE(seriesPen(1, 2).dashPattern(), (QList<qreal>{3, 1.5}));
    }
};

}  // namespace
}  // namespace anneal::charts

ANNEAL_WINDOW_TEST(anneal::charts::PartsTest)
#include "parts_test.moc"
