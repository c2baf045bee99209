#include "widgets/window/window_fixture.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

class ShotsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_page() {
        const test::TemporaryHome home;
        studio::Studio studio;
        auto& window = studio.window();
        window.restore();
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(1500);
        for (const auto& [choice, scheme] : test::kChoices) {
            theme::Theme::current().choose(choice);
            test::keepPicture(test::picture(window), u"window-home-%1.png"_s.arg(QLatin1StringView(scheme)));
        }
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        test::keepPicture(test::picture(window), u"window-palette.png"_s);
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::ShotsTest)
#include "shots_test.moc"
