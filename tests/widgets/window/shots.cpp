#include "widgets/window/shots.h"

#include "widgets/window/audit.h"

using namespace Qt::StringLiterals;

namespace anneal::test {
namespace {

struct Size {
    const char* name;
    QSize window;
    qreal scale;
};

constexpr std::array kSizes{Size{"1024", {1024, 700}, 1}, Size{"1440", {1440, 900}, 1}, Size{"4k", {1920, 1080}, 2}};
constexpr std::array kSchemes{std::pair{theme::Choice::light, "light"}, std::pair{theme::Choice::dark, "dark"}};
constexpr std::array kLanguages{std::pair{"en", "en"}, std::pair{"zh_CN", "zh"}};
constexpr int kSettleMs = 250;  // panels fold, hovers fade

}  // namespace

QStringList shoot(OpenWindow& open, const QString& name) {
    QStringList complaints;
    auto& window = open.window();
    QWidget quiet;
    for (const auto& [language, tongue] : kLanguages) {
        open.speak(QString::fromLatin1(language));
        for (const auto& size : kSizes) {
            window.resize(size.window);
            // A press, away from everything, takes the ring of the keyboard away.
            QMouseEvent press(QEvent::MouseButtonPress, {}, {}, Qt::NoButton, Qt::NoButton, {});
            QCoreApplication::sendEvent(&quiet, &press);
            QTest::qWait(kSettleMs);
            for (const auto& [choice, scheme] : kSchemes) {
                open.choose(choice);
                QCoreApplication::processEvents();
                const auto file =
                    u"window-%1-%2-%3-%4"_s.arg(name, QLatin1StringView(scheme), QLatin1StringView(tongue), QLatin1StringView(size.name));
                keepPicture(picture(window, size.scale), file + u".png"_s);
                for (const auto& complaint : faint(window)) complaints << file + u": "_s + complaint;
            }
            for (const auto& complaint : cutTexts(window) + nameless(window))
                complaints << u"%1 %2 %3: %4"_s.arg(name, QLatin1StringView(tongue), QLatin1StringView(size.name), complaint);
        }
    }
    open.speak(u"en"_s);
    window.resize(1440, 900);
    for (const auto& complaint : unreachable(window)) complaints << name + u": "_s + complaint;
    return complaints;
}

}  // namespace anneal::test
