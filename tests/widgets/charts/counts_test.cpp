// Bar charts and heat maps with mouse, keyboard and assistive technology.

#include <QAccessible>

#include "charts/bar_chart.h"
#include "charts/heat_map.h"
#include "charts/plot/bar_plot.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

class CountsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        bars_ = std::make_unique<BarChart>(u"Tokens in a sample"_s);
        bars_->setBars({.counts = {10, 0, 30, 60},
                        .edges = {0, 128, 256, 384, 512},
                        .unit = {.kind = Unit::Kind::count, .name = u"tokens"_s},
                        .counted = u"rows"_s});
        bars_->resize(400, 220);
        bars_->show();
        QTest::qWait(1);
        map_ = std::make_unique<HeatMap>(u"Confusion of risk"_s);
        map_->setMatrix({{u"low"_s, u"high"_s}, {u"low"_s, u"high"_s}, u"Actual"_s, u"Predicted"_s, {{90, 10}, {0, 50}}, true});
        map_->resize(300, 240);
        map_->show();
        QTest::qWait(1);
    }

    void the_bar_under_the_mouse_is_read() {
        QCOMPARE(bars_->current(), -1);
        pointAt(300);
        QCOMPARE(bars_->current(), 2);
        QCOMPARE(bars_->reading(), u"256 to 384 tokens: 30 rows, 30.0 %"_s);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&plot(), &leave);
        QCOMPARE(bars_->current(), -1);
        QVERIFY(bars_->reading().isEmpty());
    }

    void a_click_and_return_open_a_bar() {
        QSignalSpy opened(bars_.get(), &BarChart::opened);
        pointAt(300);
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, place(300));
        QTest::keyClick(&plot(), Qt::Key_End);
        QTest::keyClick(&plot(), Qt::Key_Return);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[0][0].toInt(), 2);
        QCOMPARE(opened[1][0].toInt(), 3);
    }

    void the_arrows_go_from_bar_to_bar() {
        QTest::keyClick(&plot(), Qt::Key_Right);
        QCOMPARE(bars_->current(), 0);
        QTest::keyClick(&plot(), Qt::Key_Left);
        QCOMPARE(bars_->current(), 0);
        QTest::keyClick(&plot(), Qt::Key_Right);
        QCOMPARE(bars_->current(), 1);
        QTest::keyClick(&plot(), Qt::Key_Escape);
        QCOMPARE(bars_->current(), -1);
    }

    void bars_speak() {
        auto* spoken = QAccessible::queryAccessibleInterface(&plot());
        QCOMPARE(spoken->role(), QAccessible::Chart);
        QCOMPARE(spoken->text(QAccessible::Description), u"100 rows in 4 bars; most in 384 to 512 tokens."_s);
        bars_->setCurrent(3);
        QCOMPARE(spoken->text(QAccessible::Value), u"384 to 512 tokens: 60 rows, 60.0 %"_s);
    }

    void bars_with_names_and_none_at_all_are_drawn() {
        bars_->setBars({.counts = {3, 1}, .names = {u"England"_s, u"Delaware"_s}, .counted = u"rows"_s});
        bars_->setCurrent(1);
        QCOMPARE(bars_->reading(), u"Delaware: 1 rows, 25.0 %"_s);
        QVERIFY(test::picture(*bars_).size().isValid());
        bars_->setBars({});
        QTest::keyClick(&plot(), Qt::Key_Right);
        QCOMPARE(bars_->current(), -1);
        QVERIFY(test::picture(*bars_).size().isValid());
    }

    void a_cell_says_what_it_counts() {
        QCOMPARE(map_->reading(cell(0, 1)), u"Actual low, Predicted high: 10, 10.0 % of the row"_s);
        QCOMPARE(cell(0, 1).data(Qt::ToolTipRole).toString(), map_->reading(cell(0, 1)));
        QCOMPARE(cell(1, 1).data(Qt::AccessibleTextRole).toString(), u"Actual high, Predicted high: 50, 100.0 % of the row"_s);
    }

    void the_keyboard_goes_through_the_cells_and_opens_one() {
        QSignalSpy opened(map_.get(), &HeatMap::opened);
        map_->setCurrentIndex(cell(0, 0));
        QTest::keyClick(map_.get(), Qt::Key_Right);
        QTest::keyClick(map_.get(), Qt::Key_Down);
        QTest::keyClick(map_.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toInt(), 1);
        QCOMPARE(opened[0][1].toInt(), 1);
    }

    void a_cell_is_shaded_by_its_share_of_the_row() {
        const auto image = test::picture(*map_);
        const auto shade = [&](int row, int column) {
            const auto rect = map_->visualRect(cell(row, column));
            return image.pixelColor(map_->viewport()->mapTo(map_.get(), rect.topLeft()) + QPoint(3, 3));
        };
        QCOMPARE(shade(1, 0), theme::color(theme::Role::sunken));
        // On a light ground a larger share is darker; what is wrong has another colour.
        QVERIFY(shade(1, 1).lightness() < shade(0, 0).lightness());
        QVERIFY(shade(0, 0).lightness() < shade(0, 1).lightness());
        QVERIFY(shade(0, 1).red() > shade(0, 1).blue());
        QVERIFY(shade(0, 0).blue() > shade(0, 0).red());
    }

    void the_cells_fill_the_room() {
        QVERIFY(map_->columnWidth(0) * 2 > map_->viewport()->width() - 3);
        QVERIFY(map_->rowHeight(0) * 2 > map_->viewport()->height() - 3);
        QVERIFY(!map_->verticalScrollBar()->isVisible());
    }

private:
    BarPlot& plot() { return *bars_->findChild<BarPlot*>(); }
    QPoint place(double value) { return {int(plot().axes().x->coordToPixel(value)), plot().height() / 2}; }
    void pointAt(double value) {
        const QPointF at = place(value);
        QMouseEvent move(QEvent::MouseMove, at, plot().mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(&plot(), &move);
    }
    QModelIndex cell(int row, int column) { return map_->model()->index(row, column); }

    std::unique_ptr<BarChart> bars_;
    std::unique_ptr<HeatMap> map_;
};

}  // namespace
}  // namespace anneal::charts

ANNEAL_WINDOW_TEST(anneal::charts::CountsTest)
#include "counts_test.moc"
