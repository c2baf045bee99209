// The ring follows the keyboard and leaves with the mouse.

#include <QFocusFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "theme/focus_ring.h"
#include "widgets/window_support.h"

namespace anneal {
namespace {

class FocusTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        window_ = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(window_.get());
        column->setContentsMargins(20, 20, 20, 20);
        column->addWidget(first_ = new QLineEdit);
        column->addWidget(second_ = new QPushButton(QStringLiteral("Start")));
        window_->resize(300, 120);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTest::mouseClick(first_, Qt::LeftButton);
    }

    void the_mouse_shows_no_ring() { QVERIFY(!ringed()); }

    void tab_rings_what_it_reaches() {
        QTest::keyClick(first_, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), second_);
        QCOMPARE(ringed(), second_);
        QTest::keyClick(second_, Qt::Key_Backtab);
        QCOMPARE(ringed(), first_);
    }

    void the_mouse_takes_the_ring_away() {
        QTest::keyClick(first_, Qt::Key_Tab);
        QTest::mouseClick(first_, Qt::LeftButton);
        QVERIFY(!ringed());
    }

    void typing_rings_the_field_that_the_mouse_chose() {
        QTest::keyClick(first_, Qt::Key_Shift);
        QVERIFY(!ringed());
        QTest::keyClick(first_, Qt::Key_A);
        QCOMPARE(ringed(), first_);
    }

    void the_ring_is_two_pixels_wide_one_pixel_outside() {
        QTest::keyClick(first_, Qt::Key_Tab);
        const auto image = test::picture(*window_);
        const QPoint left = second_->mapTo(window_.get(), QPoint(0, second_->height() / 2));
        QCOMPARE(image.pixelColor(left - QPoint(4, 0)), theme::color(theme::Role::window));
        QCOMPARE(image.pixelColor(left - QPoint(3, 0)), theme::color(theme::Role::focus));
        QCOMPARE(image.pixelColor(left - QPoint(2, 0)), theme::color(theme::Role::focus));
        QCOMPARE(image.pixelColor(left - QPoint(1, 0)), theme::color(theme::Role::window));
    }

    void a_widget_with_a_focus_of_its_own_gets_no_ring() {
        theme::setOwnFocus(*second_);
        QTest::keyClick(first_, Qt::Key_Tab);
        QVERIFY(!ringed());
    }

    void the_ring_outlives_its_window() {
        QTest::keyClick(first_, Qt::Key_Tab);
        init();
        QTest::keyClick(first_, Qt::Key_Tab);
        QCOMPARE(ringed(), second_);
    }

private:
    const QWidget* ringed() const {
        const auto* frame = window_->findChild<QFocusFrame*>();
        return frame && frame->isVisible() ? frame->widget() : nullptr;
    }

    std::unique_ptr<QWidget> window_;
    QWidget* first_ = nullptr;
    QWidget* second_ = nullptr;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::FocusTest)
#include "focus_test.moc"
