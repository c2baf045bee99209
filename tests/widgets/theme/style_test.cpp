// Standard widgets have the sizes of the tokens and the colours of their kind and state.

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/paint.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using theme::Kind;
using theme::Role;

/// The ground of a button of `kind` in `state`, between its edge and its words.
QColor ground(Kind kind, QStyle::State state) {
    QPushButton button(u"Start"_s);
    theme::setKind(button, kind);
    button.resize(button.sizeHint());
    QStyleOptionButton option;
    option.initFrom(&button);
    option.text = button.text();
    option.state = state;
    QImage image(button.size(), QImage::Format_RGB32);
    image.fill(theme::color(Role::window));
    QPainter painter(&image);
    button.style()->drawControl(QStyle::CE_PushButton, &option, &painter, &button);
    painter.end();
    return image.pixelColor(image.width() / 2, 4);
}

class StyleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { theme::Theme::current().choose(theme::Choice::light); }

    void controls_are_32_high_and_28_when_compact() {
        QPushButton push(u"Start"_s);
        push.setIcon(theme::icon("play"));
        QToolButton tool;
        tool.setIcon(theme::icon("copy"));
        QLineEdit line;
        QSpinBox spin;
        QComboBox combo;
        for (auto* widget : std::initializer_list<QWidget*>{&push, &tool, &line, &spin, &combo}) {
            QCOMPARE(widget->sizeHint().height(), theme::px(theme::Size::control));
            theme::setCompact(*widget);
            QCOMPARE(widget->sizeHint().height(), theme::px(theme::Size::controlCompact));
        }
        QCOMPARE(tool.sizeHint(), QSize(28, 28));
    }

    void other_sizes_are_those_of_the_tokens() {
        QCheckBox check(u"Email"_s);
        QCOMPARE(check.sizeHint().height(), theme::px(theme::Size::hitMin));
        QTabBar tabs;
        tabs.addTab(u"Table"_s);
        QCOMPARE(tabs.sizeHint().height(), theme::px(theme::Size::tab));
        QTableView table;
        QStandardItemModel model(1, 1);
        table.setModel(&model);
        table.setShowGrid(false);
        QCOMPARE(table.horizontalHeader()->sizeHint().height(), theme::px(theme::Size::tableHeader));
        table.resizeRowToContents(0);
        QCOMPARE(table.rowHeight(0), theme::px(theme::Size::tableRow));
        QProgressBar progress;
        progress.ensurePolished();
        QCOMPARE(progress.minimumHeight(), 4);
    }

    void a_button_is_as_wide_as_its_parts() {
        QPushButton plain(u"Start"_s), decorated(u"Start"_s);
        decorated.setIcon(theme::icon("play"));
        QCOMPARE(decorated.sizeHint().width(), plain.sizeHint().width() + 16 + 8);
    }

    void an_icon_stands_behind_the_words_of_a_button_laid_out_from_right_to_left() {
        const auto placeOfInk = [](Qt::LayoutDirection direction) {
            QPushButton button(QString(8, QChar(QChar::Nbsp)));
            theme::setKind(button, Kind::link);
            button.setIcon(theme::icon("square"));
            button.setLayoutDirection(direction);
            button.resize(button.sizeHint());
            const auto image = test::picture(button);
            for (int x = 0; x < image.width(); ++x)
                for (int y = 0; y < image.height(); ++y)
                    if (image.pixelColor(x, y) != theme::color(Role::window)) return x - image.width() / 2;
            return 0;
        };
        QVERIFY(placeOfInk(Qt::LeftToRight) < 0);
        QVERIFY(placeOfInk(Qt::RightToLeft) > 0);
    }

    void each_kind_and_state_has_its_ground() {
        const QStyle::State rest = QStyle::State_Enabled, hover = rest | QStyle::State_MouseOver, pressed = hover | QStyle::State_Sunken,
                            disabled = QStyle::State_MouseOver;
        QCOMPARE(ground(Kind::primary, rest), theme::color(Role::accent));
        QCOMPARE(ground(Kind::primary, hover), theme::color(Role::accentHover));
        QCOMPARE(ground(Kind::primary, pressed), theme::color(Role::accentPressed));
        for (const auto kind : {Kind::secondary, Kind::danger}) {
            QCOMPARE(ground(kind, rest), theme::color(Role::surface));
            QCOMPARE(ground(kind, hover), theme::color(Role::hover));
            QCOMPARE(ground(kind, pressed), theme::color(Role::pressed));
            QCOMPARE(ground(kind, disabled), theme::color(Role::sunken));
        }
        QCOMPARE(ground(Kind::secondary, rest | QStyle::State_On), theme::color(Role::selection));
        QCOMPARE(ground(Kind::quiet, rest), theme::color(Role::window));
        QCOMPARE(ground(Kind::quiet, hover), theme::color(Role::hover));
        QCOMPARE(ground(Kind::quiet, disabled), theme::color(Role::window));
        QCOMPARE(ground(Kind::link, hover), theme::color(Role::window));
    }

    void hover_comes_in_over_eighty_milliseconds_and_at_once_without_motion() {
        QPushButton button(u"Start"_s);
        theme::setKind(button, Kind::primary);
        button.resize(button.sizeHint());
        button.move(300, 300);
        button.show();
        const auto shade = [&] { return test::picture(button).pixelColor(button.width() / 2, 4); };
        const auto enter = [&] {
            button.setAttribute(Qt::WA_UnderMouse);
            QHoverEvent hover(QEvent::HoverEnter, QPointF(5, 5), QPointF(5, 5), QPointF(-1, -1));
            QCoreApplication::sendEvent(&button, &hover);
        };
        enter();
        QCOMPARE(shade(), theme::color(Role::accent));
        QTRY_COMPARE(shade(), theme::color(Role::accentHover));

        theme::Theme::current().followSystem({.reducedMotion = true});
        button.setAttribute(Qt::WA_UnderMouse, false);
        QHoverEvent leave(QEvent::HoverLeave, QPointF(-1, -1), QPointF(-1, -1), QPointF(5, 5));
        QCoreApplication::sendEvent(&button, &leave);
        QTRY_COMPARE(shade(), theme::color(Role::accent));
        enter();
        QCOMPARE(shade(), theme::color(Role::accentHover));
        theme::Theme::current().followSystem({});
    }

    void the_wheel_scrolls_the_page_and_not_a_field_without_focus() {
        QSpinBox spin;
        spin.setRange(0, 100);
        spin.show();
        spin.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&spin));
        const auto turn = [&] {
            QWheelEvent wheel(QPointF(5, 5), spin.mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            wheel.accept();
            QCoreApplication::sendEvent(&spin, &wheel);
            return wheel.isAccepted();
        };
        spin.clearFocus();
        QVERIFY(!turn());
        QCOMPARE(spin.value(), 0);
        spin.setFocus();
        QVERIFY(turn());
        QCOMPARE(spin.value(), 1);
    }

    void an_invalid_field_has_the_border_of_danger() {
        QLineEdit edit;
        edit.resize(100, 32);
        QCOMPARE(test::picture(edit).pixelColor(50, 0), theme::color(Role::borderControl));
        theme::setInvalid(edit, true);
        QCOMPARE(test::picture(edit).pixelColor(50, 0), theme::color(Role::danger));
    }

    void a_disabled_field_is_sunken_without_a_border() {
        QLineEdit edit;
        edit.resize(100, 32);
        edit.setEnabled(false);
        QCOMPARE(test::picture(edit).pixelColor(50, 0), theme::color(Role::sunken));
        QCOMPARE(test::picture(edit).pixelColor(50, 16), theme::color(Role::sunken));
    }

    void a_selected_row_has_its_fill_and_a_bar_at_its_leading_edge_alone() {
        QTableView table;
        QStandardItemModel model(2, 2);
        table.setModel(&model);
        table.setFrameShape(QFrame::NoFrame);
        table.setShowGrid(false);
        table.verticalHeader()->hide();
        table.setSelectionBehavior(QTableView::SelectRows);
        table.selectRow(1);
        table.resize(300, 140);
        const auto image = test::picture(table);
        const int y = 32 + table.rowViewportPosition(1) + 8;
        QCOMPARE(image.pixelColor(1, y), theme::color(Role::accentText));
        QCOMPARE(image.pixelColor(6, y), theme::color(Role::selection));
        QCOMPARE(image.pixelColor(table.columnViewportPosition(1) + 1, y), theme::color(Role::selection));
    }

    void a_separator_keeps_its_room_in_a_menu() {
        QMenu menu;
        menu.addAction(u"Resume"_s);
        menu.addAction(u"Delete"_s);
        const int without = menu.sizeHint().height();
        QMenu divided;
        divided.addAction(u"Resume"_s);
        divided.addSeparator();
        divided.addAction(u"Delete"_s);
        QVERIFY(divided.sizeHint().height() > without);
    }

    void a_number_is_not_cut_by_its_buttons() {
        QSpinBox spin;
        spin.setRange(0, 131072);
        spin.resize(spin.sizeHint());
        auto* edit = spin.findChild<QLineEdit*>();
        spin.show();
        QVERIFY(edit->width() - 9 >= theme::textWidth(spin.font(), u"131072"_s));
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::StyleTest)
#include "style_test.moc"
