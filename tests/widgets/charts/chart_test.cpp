// A chart as a person uses it: pointing, zooming, panning, hiding, listening.

#include <cmath>

#include <QAbstractButton>
#include <QAccessible>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>

#include "controls/face.h"
#include "controls/segments.h"
#include "widgets/charts/plot_support.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

using test::line;
using test::ShownChart;

double near(double a, double b) { return std::abs(a - b); }

class ChartTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        shown_ =
            std::make_unique<ShownChart>(Chart::Options{.title = u"Loss"_s, .tools = {.smoothing = true, .axis = true, .scale = true}});
        train_ = line(u"Train"_s, 0, 1000, 1, [](double step) { return 2 - step / 1000 + 0.1 * std::sin(step); });
        eval_ = line(u"Eval"_s, 0, 900, 100, [](double step) { return 2.1 - step / 1000; });
        chart().addLine(train_, {.number = 0, .smooths = true});
        chart().addLine(eval_, {.number = 1, .markers = true});
        shown_->settle();
    }
    void cleanup() { shown_.reset(); }

    void pointing_reads_the_exact_values_of_the_nearest_point() {
        shown_->point(457.3);
        const auto reading = chart().reading();
        QCOMPARE(reading.title, u"Step 457"_s);
        QCOMPARE(reading.rows.size(), std::size_t(2));
        QCOMPARE(reading.rows[0].name, u"Train"_s);
        QCOMPARE(reading.rows[0].y, train_->value(457));
        QCOMPARE(reading.rows[0].value, scene().unit.write(train_->value(457)));
        QCOMPARE(reading.rows[1].y, eval_->value(4));
        QCOMPARE(reading.rows[1].remark, u"at step 400"_s);
    }

    void pointing_snaps_to_an_evaluation_close_by() {
        shown_->point(502);
        QCOMPARE(chart().reading().title, u"Step 500"_s);
        QVERIFY(chart().reading().rows[1].remark.isEmpty());
    }

    void the_crosshair_goes_when_the_mouse_leaves() {
        shown_->point(457);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&shown_->plot(), &leave);
        QVERIFY(chart().reading().isEmpty());
    }

    void a_smooth_line_is_read_by_its_mean() {
        chart().setSmoothing(0.9);
        shown_->settle();
        shown_->point(457);
        std::vector<double> values;
        for (std::size_t i = 0; i <= 457; ++i) values.push_back(train_->value(i));
        QCOMPARE(chart().reading().rows[0].y, base::smoothed(values, 0.9).back());
        QCOMPARE(chart().reading().rows[0].name, u"Train, smoothed"_s);
    }

    void the_wheel_zooms_about_the_mouse() {
        const QPoint at = shown_->over(300);
        const double before = shown_->xAt(at);
        shown_->wheel(at, 3);
        QVERIFY(chart().range().size() < 1000 / 1.9);
        QVERIFY(near(shown_->xAt(at), before) < 1);
        shown_->wheel(at, -3);
        QVERIFY(near(chart().range().size(), 1000) < 1e-6);
        QCOMPARE(shown_->plot().view()->mode(), View::Mode::all);
    }

    void dragging_pans_as_far_as_there_is_something() {
        chart().showRange({400, 600});
        shown_->settle();
        const auto from = shown_->over(500), to = shown_->over(450);
        shown_->drag(from, to);
        QVERIFY(near(chart().range().low, 450) < 1);
        QVERIFY(near(chart().range().size(), 200) < 1e-6);
        for (int i = 0; i < 8; ++i) shown_->drag(shown_->over(chart().range().low + 10), shown_->over(chart().range().high - 10));
        QCOMPARE(chart().range().low, 0.0);
        QVERIFY(near(chart().range().size(), 200) < 1e-6);
    }

    void a_box_drawn_with_shift_is_what_is_seen_then() {
        const auto from = shown_->at(200, 1.9), to = shown_->at(400, 1.5);
        shown_->drag(from, to, Qt::ShiftModifier);
        QVERIFY(near(chart().range().low, 200) < 2);
        QVERIFY(near(chart().range().high, 400) < 2);
        QVERIFY(near(shown_->plot().axes().yRange().low, 1.5) < 0.02);
        QVERIFY(near(shown_->plot().axes().yRange().high, 1.9) < 0.02);
    }

    void a_double_click_shows_everything_again() {
        const auto values = shown_->plot().axes().yRange();
        shown_->drag(shown_->at(200, 1.9), shown_->at(400, 1.5), Qt::ShiftModifier);
        QTest::mouseDClick(&shown_->plot(), Qt::LeftButton, {}, shown_->over(300));
        shown_->settle();
        QCOMPARE(chart().range(), (Range{0, 1000}));
        QCOMPARE(shown_->plot().axes().yRange(), values);
    }

    void control_and_wheel_zoom_the_values() {
        const auto before = shown_->plot().axes().yRange();
        shown_->wheel(shown_->at(500, 1.6), 3, Qt::ControlModifier);
        const auto after = shown_->plot().axes().yRange();
        QVERIFY(after.size() < before.size() / 1.9);
        QVERIFY(after.holds(1.6));
        QCOMPARE(chart().range(), (Range{0, 1000}));
    }

    void the_wheel_scrolls_a_page_until_the_plot_has_the_focus() {
        auto* chart = new Chart({.title = u"Loss"_s});
        chart->addLine(train_, {});
        chart->setFixedSize(400, 900);
        QScrollArea page;
        page.setWidget(chart);
        page.resize(420, 300);
        page.show();
        QTest::qWait(1);
        auto& plot = *chart->findChild<Plot*>();
        const auto turn = [&] {
            QWheelEvent event(QPointF(200, 100), plot.mapToGlobal(QPointF(200, 100)), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase,
                              false);
            QCoreApplication::sendEvent(&plot, &event);
            return event.isAccepted();
        };
        plot.clearFocus();
        turn();
        QCOMPARE(chart->range(), (Range{0, 1000}));
        page.activateWindow();
        plot.setFocus();
        QTRY_VERIFY(plot.hasFocus());
        QVERIFY(turn());
        QVERIFY(chart->range().size() < 900);
    }

    void the_arrows_move_the_crosshair_by_points() {
        chart().showRange({400, 600});
        shown_->settle();
        shown_->key(Qt::Key_Home);
        QCOMPARE(chart().reading().title, u"Step 400"_s);
        shown_->key(Qt::Key_Right);
        shown_->key(Qt::Key_Right);
        QCOMPARE(chart().reading().title, u"Step 402"_s);
        shown_->key(Qt::Key_Left);
        QCOMPARE(chart().reading().title, u"Step 401"_s);
        shown_->key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(chart().reading().title, u"Step 411"_s);
        shown_->key(Qt::Key_End);
        QCOMPARE(chart().reading().title, u"Step 600"_s);
    }

    void the_arrows_move_at_least_a_pixel_and_end_at_the_ends() {
        shown_->key(Qt::Key_Home);
        shown_->key(Qt::Key_Right);
        const double pixel = 1000 / shown_->plotRect().width();
        QVERIFY(*shown_->plot().cursor()->x() >= pixel);
        QVERIFY(*shown_->plot().cursor()->x() <= pixel + 2);
        shown_->key(Qt::Key_End);
        shown_->key(Qt::Key_Right);
        QCOMPARE(chart().reading().title, u"Step 1,000"_s);
    }

    void the_view_follows_a_crosshair_that_leaves_it() {
        chart().showRange({400, 600});
        shown_->settle();
        shown_->key(Qt::Key_End);
        shown_->key(Qt::Key_Right);
        QCOMPARE(chart().reading().title, u"Step 601"_s);
        QVERIFY(near(chart().range().high, 601) < 1e-6);
    }

    void plus_minus_and_nought_zoom() {
        shown_->key(Qt::Key_Plus);
        QVERIFY(near(chart().range().size(), 500) < 1e-6);
        shown_->key(Qt::Key_Plus);
        shown_->key(Qt::Key_Minus);
        QVERIFY(near(chart().range().size(), 500) < 1e-6);
        shown_->key(Qt::Key_0);
        QCOMPARE(chart().range(), (Range{0, 1000}));
    }

    void escape_takes_back_one_layer_at_a_time() {
        chart().showRange({400, 600});
        shown_->settle();
        shown_->key(Qt::Key_Home);
        shown_->key(Qt::Key_Escape);
        QVERIFY(chart().reading().isEmpty());
        QVERIFY(near(chart().range().size(), 200) < 1e-6);
        shown_->key(Qt::Key_Escape);
        QCOMPARE(chart().range(), (Range{0, 1000}));
        QKeyEvent last(QEvent::KeyPress, Qt::Key_Escape, {});
        last.ignore();
        QCoreApplication::sendEvent(&shown_->plot(), &last);
        QVERIFY(!last.isAccepted());
    }

    void the_box_never_leaves_the_plot() {
        chart().setNotes({{500, u"Best so far · checkpoint kept · and a remark that is longer than anything a person would write"_s}});
        for (const QSize& size : {QSize(700, 360), QSize(300, 200), QSize(260, 160)}) {
            chart().resize(size);
            shown_->settle();
            const QRectF plot = shown_->plotRect();
            for (double x = 0; x <= 1000; x += 50) {
                chart().readAt(x);
                const auto box = shown_->plot().boxRect();
                QVERIFY2(plot.adjusted(-1, -1, 1, 1).contains(box), qPrintable(u"%1 at %2"_s.arg(size.width()).arg(x)));
            }
        }
    }

    void live_points_are_followed_until_the_view_was_chosen() {
        chart().setLive(true);
        const auto button = [&](const QString& text) -> QPushButton* {
            for (auto* button : chart().findChildren<QPushButton*>())
                if (button->text() == text) return button;
            return nullptr;
        };
        for (int step = 1001; step <= 1100; ++step) train_->append({step, 0, 0}, 1);
        chart().pointsCame();
        QCOMPARE(chart().range(), (Range{0, 1100}));
        QVERIFY(!button(u"Follow"_s)->isVisible());

        chart().showRange({900, 1000});
        for (int step = 1101; step <= 1200; ++step) train_->append({step, 0, 0}, 1);
        chart().pointsCame();
        QTest::qWait(300);
        QCOMPARE(chart().range(), (Range{900, 1000}));
        QVERIFY(button(u"Follow"_s)->isVisible());

        QTest::mouseClick(button(u"Follow"_s), Qt::LeftButton);
        QCOMPARE(chart().range(), (Range{1100, 1200}));
        for (int step = 1201; step <= 1300; ++step) train_->append({step, 0, 0}, 1);
        chart().pointsCame();
        QTest::qWait(300);
        QCOMPARE(chart().range(), (Range{1200, 1300}));
        QVERIFY(!button(u"Follow"_s)->isVisible());
        QTest::mouseClick(button(u"Show all"_s), Qt::LeftButton);
        QCOMPARE(chart().range(), (Range{0, 1300}));
        QVERIFY(!button(u"Show all"_s)->isVisible());
    }

    void a_point_is_on_screen_within_its_time() {
        const auto last = [&] { return shown_->plot().axes().xRange().high; };
        for (int i = 0; i < 5; ++i) {
            const double step = 1001 + i;
            train_->append({1001 + i, 0, 0}, 1);
            QElapsedTimer timer;
            timer.start();
            chart().pointsCame();
            QTRY_COMPARE(last(), step);
            QVERIFY(timer.elapsed() < 2 * theme::duration(theme::Motion::chartLiveMs));
        }
    }

    void linked_charts_zoom_and_read_together() {
        ShownChart other({.title = u"Gradient norm"_s, .size = Chart::Size::small}, {240, 130});
        other.chart.addLine(line(u"Gradient norm"_s, 0, 1000, 2, [](double step) { return step; }), {.number = 2});
        other.chart.shareZoom(chart());
        other.settle();
        shown_->wheel(shown_->over(300), 4);
        QCOMPARE(other.chart.range(), chart().range());
        shown_->point(chart().range().low + chart().range().size() / 2);
        const double x = *shown_->plot().cursor()->x();
        QCOMPARE(other.chart.reading().rows[0].x, std::floor(x / 2) * 2);
        shown_->key(Qt::Key_0);
        other.settle();
        QCOMPARE(other.chart.range(), (Range{0, 1000}));
    }

    void charts_may_share_the_crosshair_alone() {
        ShownChart other({.title = u"Gradient norm"_s}, {300, 200});
        other.chart.addLine(line(u"Gradient norm"_s, 0, 1000, 1, [](double step) { return step; }), {});
        other.chart.shareCursor(chart());
        other.settle();
        shown_->wheel(shown_->over(300), 4);
        QCOMPARE(other.chart.range(), (Range{0, 1000}));
        shown_->point(300);
        QCOMPARE(other.chart.reading().title, chart().reading().title);
    }

    void another_axis_shows_the_same_points_at_once() {
        chart().showRange({400, 600});
        chart().readAt(500);
        auto* axis = chart().findChildren<controls::Segments*>()[0];
        QTest::mouseClick(axis->findChildren<QAbstractButton*>()[1], Qt::LeftButton);
        shown_->settle();
        QCOMPARE(scene().axis, XAxis::time);
        QCOMPARE(chart().range(), (Range{800, 1200}));
        QCOMPARE(chart().reading().title, u"0:16:40"_s);
        chart().setAxis(XAxis::tokens);
        shown_->settle();
        QCOMPARE(axis->chosen(), 2);
        QCOMPARE(chart().range(), (Range{400'000, 600'000}));
        QCOMPARE(chart().reading().title, u"500,000 tokens"_s);
        QCOMPARE(chart().reading().rows[0].y, train_->value(500));
    }

    void the_log_axis_says_what_it_leaves_out() {
        train_->append({1001, 0, 0}, -1);
        train_->append({1002, 0, 0}, 0);
        chart().pointsCame();
        chart().setScale(Scale::log);
        QTest::qWait(300);
        QCOMPARE(scene().leftOut({0, 2000}), std::size_t(2));
        QVERIFY(shown_->plot().axes().isLog());
        QVERIFY(shown_->plot().axes().yRange().low > 0);
        QVERIFY(shown_->plot().summary().endsWith(u"Not shown: 2 at or below 0."_s));
        chart().setScale(Scale::linear);
        QVERIFY(!shown_->plot().summary().contains(u"Not shown"_s));
    }

    void the_slider_smooths() {
        auto* slider = chart().findChild<QSlider*>();
        QSignalSpy changed(&chart(), &Chart::smoothingChanged);
        slider->setValue(95);
        QCOMPARE(scene().smoothing, 0.95);
        QCOMPARE(changed.size(), 1);
        chart().setSmoothing(0.5);
        QCOMPARE(slider->value(), 50);
    }

    void a_click_in_the_legend_hides_and_the_mouse_over_it_chooses() {
        auto* entry = entryOf(u"Eval"_s);
        QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
        QCoreApplication::sendEvent(entry, &enter);
        QCOMPARE(scene().chosen, std::optional<std::size_t>(1));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(entry, &leave);
        QVERIFY(!scene().chosen);
        QSignalSpy changed(&chart(), &Chart::shownChanged);
        QTest::mouseClick(entry, Qt::LeftButton);
        QVERIFY(scene().lines[1].hidden);
        QCOMPARE(changed.size(), 1);
        shown_->settle();
        QVERIFY(!holdsColor(theme::series(1).color));
        QTest::keyClick(entryOf(u"Eval"_s), Qt::Key_Space);
        QVERIFY(!scene().lines[1].hidden);
        shown_->settle();
        QVERIFY(holdsColor(theme::series(1).color));
    }

    void a_theme_switch_repaints_at_once() {
        QVERIFY(holdsColor(theme::series(1).color));
        for (const auto& [choice, name] : test::kChoices) {
            theme::Theme::current().choose(choice);
            shown_->settle();
            QVERIFY2(holdsColor(theme::series(1).color), name);
            QVERIFY2(test::holds(test::picture(shown_->plot()), theme::Role::chartBg), name);
        }
        theme::Theme::current().choose(theme::Choice::light);
    }

    void assistive_technology_hears_the_newest_values_and_the_crosshair() {
        auto* spoken = QAccessible::queryAccessibleInterface(&shown_->plot());
        QCOMPARE(spoken->role(), QAccessible::Chart);
        QCOMPARE(spoken->text(QAccessible::Name), u"Loss"_s);
        QCOMPARE(spoken->text(QAccessible::Description),
                 u"Train %1 at step 1,000. Eval 1.200 at step 900."_s.arg(scene().unit.write(train_->value(1000))));
        QVERIFY(spoken->text(QAccessible::Value).isEmpty());
        chart().readAt(900);
        QCOMPARE(spoken->text(QAccessible::Value), u"Step 900, Train %1, Eval 1.200"_s.arg(scene().unit.write(train_->value(900))));
        auto* entry = QAccessible::queryAccessibleInterface(entryOf(u"Eval"_s));
        QCOMPARE(entry->text(QAccessible::Name), u"Eval"_s);
        QVERIFY(entry->state().checked);
    }

    void an_empty_chart_says_so_and_a_face_takes_its_place() {
        ShownChart empty;
        QVERIFY(!empty.plot().isVisible());
        QVERIFY(empty.chart.findChild<controls::Face*>()->isVisible());
        auto series = line(u"Train"_s, 0, 10, 1, [](double) { return 1; });
        empty.chart.addLine(series, {});
        QVERIFY(empty.plot().isVisible());
        auto* busy = controls::Face::busy(u"Reading"_s);
        empty.chart.showFace(busy);
        QVERIFY(busy->isVisible());
        QVERIFY(!empty.plot().isVisible());
        empty.chart.showFace(nullptr);
        QVERIFY(empty.plot().isVisible());
    }

    void memory_is_flat_but_for_the_points() {
        const auto resident = [] {
            QFile file(u"/proc/self/statm"_s);
            return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ')[1].toLongLong() * 4096 : 0;
        };
        chart().setSmoothing(0.9);
        const auto live = [&](int from, int to) {
            for (int step = from; step < to; ++step) {
                train_->append({step, 0, 0}, std::sin(step));
                if (step % 1000 != 0) continue;
                chart().pointsCame();
                shown_->plot().replot();
                shown_->settle();
            }
        };
        live(2001, 22'000);
        const auto before = resident();
        live(22'000, 122'000);
        // Four numbers and a mean, each with room for its pyramid.
        QVERIFY2(resident() - before < 100'000 * 80 + 4'000'000, qPrintable(QString::number(resident() - before)));
    }

private:
    Chart& chart() { return shown_->chart; }
    const Scene& scene() { return shown_->chart.scene(); }
    QAbstractButton* entryOf(const QString& name) {
        for (auto* button : chart().findChildren<QAbstractButton*>())
            if (button->text() == name) return button;
        return nullptr;
    }
    bool holdsColor(const QColor& color) {
        const auto image = test::picture(shown_->plot());
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == color) return true;
        return false;
    }

    std::unique_ptr<ShownChart> shown_;
    std::shared_ptr<Series> train_, eval_;
};

}  // namespace
}  // namespace anneal::charts

ANNEAL_WINDOW_TEST(anneal::charts::ChartTest)
#include "chart_test.moc"
