// A choice takes effect at once and in place; the system is followed while nothing else is chosen.

#include <QPushButton>

#include "theme/kind.h"
#include "theme/paint.h"
#include "widgets/window_support.h"

namespace anneal {
namespace {

using theme::Choice;
using theme::Role;
using theme::Scheme;

class Swatch : public QWidget {
public:
    int paints = 0;

protected:
    void paintEvent(QPaintEvent*) override {
        ++paints;
        QPainter painter(this);
        theme::fillRect(painter, rect(), theme::color(Role::surface));
    }
};

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        theme().followSystem({});
        theme().choose(Choice::light);
    }

    void a_choice_repaints_what_is_open_in_the_new_colours() {
        Swatch swatch;
        swatch.resize(20, 20);
        swatch.show();
        QVERIFY(QTest::qWaitForWindowExposed(&swatch));
        for (const auto choice : {Choice::dark, Choice::highContrast, Choice::light}) {
            QCoreApplication::processEvents();
            const int before = swatch.paints;
            theme().choose(choice);
            QTRY_VERIFY(swatch.paints > before);
            QCOMPARE(swatch.grab().toImage().pixelColor(10, 10), theme::Tokens::builtIn().colors[theme().scheme()][Role::surface]);
        }
    }

    void a_standard_control_changes_with_it() {
        QPushButton button(QStringLiteral("Start"));
        theme::setKind(button, theme::Kind::primary);
        button.resize(button.sizeHint());
        for (const auto& [choice, name] : test::kChoices) {
            theme().choose(choice);
            QCOMPARE(test::picture(button).pixelColor(6, 16), theme::color(Role::accent));
            QCOMPARE(QApplication::palette().color(QPalette::Window), theme::color(Role::window));
        }
    }

    void the_system_is_followed_until_something_is_chosen() {
        theme().choose(Choice::system);
        QCOMPARE(theme().scheme(), Scheme::light);
        theme().followSystem({.dark = true});
        QCOMPARE(theme().scheme(), Scheme::dark);
        theme().followSystem({.dark = true, .highContrast = true});
        QCOMPARE(theme().scheme(), Scheme::highContrast);
        theme().choose(Choice::light);
        QCOMPARE(theme().scheme(), Scheme::light);
        theme().followSystem({.dark = true});
        QCOMPARE(theme().scheme(), Scheme::light);
    }

    void changed_is_said_once_and_only_for_another_scheme() {
        const QSignalSpy said(&theme(), &theme::Theme::changed);
        theme().choose(Choice::light);
        QCOMPARE(said.count(), 0);
        theme().choose(Choice::dark);
        theme().choose(Choice::dark);
        QCOMPARE(said.count(), 1);
    }

    void less_motion_leaves_none_and_keeps_what_people_read() {
        QCOMPARE(theme::duration(theme::Motion::panelMs), 180);
        theme().followSystem({.reducedMotion = true});
        QCOMPARE(theme::duration(theme::Motion::panelMs), 0);
        QCOMPARE(theme::duration(theme::Motion::hoverMs), 0);
        QCOMPARE(theme::duration(theme::Motion::toastStayMs), 6000);
        QCOMPARE(theme::duration(theme::Motion::chartLiveMs), 250);
    }

    void figures_have_one_width_and_code_keeps_its_characters() {
        const auto& body = theme::font(theme::TextStyle::body);
        if (QFontInfo(body).family() != QStringLiteral("Inter Tabular")) QSKIP("the window's faces are not made here");
        const QFontMetricsF metrics(body);
        for (char16_t digit = u'0'; digit <= u'9'; ++digit)
            QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
        QCOMPARE(metrics.horizontalAdvance(QStringLiteral("->")), metrics.horizontalAdvance(u'-') + metrics.horizontalAdvance(u'>'));
        const QFontMetricsF mono(theme::font(theme::TextStyle::mono));
        QCOMPARE(mono.horizontalAdvance(QStringLiteral("!=")), 2 * mono.horizontalAdvance(u'0'));
    }

private:
    static theme::Theme& theme() { return theme::Theme::current(); }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::ThemeTest)
#include "theme_test.moc"
