// Chat with the real engine on the demo's base model: $ANNEAL_ENGINE names it; without it there is nothing to test.

#include "controls/text_area.h"
#include "controls/text_body.h"
#include "widgets/window/audit.h"
#include "widgets/window/window_fixture.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

constexpr int kPatienceMs = 120'000;

class ChatEngineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!qEnvironmentVariableIsSet("ANNEAL_ENGINE")) QSKIP("$ANNEAL_ENGINE names no engine");
    }

    void the_demo_model_answers_on_both_sides_with_the_same_words() {
        test::TemporaryHome home;
        home.registerBase();
        test::OpenWindow open;
        const auto base = QStringLiteral(ANNEAL_SOURCE_DIR "/resources/demo/base");
        auto& page = open.page(u"chat"_s);
        QVERIFY(QTest::qWaitFor([&] { return !test::wordsShown(open.window()).filter(u"Ask both the same"_s).isEmpty(); }, kPatienceMs));
        // The same model on both sides draws the same tokens from the same seed.
        auto state = page.saveState();
        state[u"models"_s] = QJsonArray{base, base};
        state[u"settings"_s] = QJsonObject{{u"max_tokens"_s, 40}};
        page.restoreState(state);
        page.activate();
        QTest::qWait(500);
        controls::TextArea* prompt = nullptr;
        for (auto* field : open.window().findChildren<controls::TextArea*>())
            if (field->isVisible() && field->accessibleName() == u"Prompt"_s) prompt = field;
        QVERIFY(prompt);
        prompt->setBody(u"Name the clause type."_s);
        prompt->setFocus();
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        const auto answers = [&] {
            QStringList texts;
            for (auto* text : open.window().findChildren<controls::TextBody*>())
                if (text->isVisible() && text->accessibleName().startsWith(u"Answer of"_s)) texts << text->body();
            return texts;
        };
        QVERIFY(QTest::qWaitFor(
            [&] {
                return test::wordsShown(open.window()).filter(u"tokens/s"_s).size() == 2 &&
                       !test::wordsShown(open.window()).contains(u"Stop"_s);
            },
            kPatienceMs));
        const auto texts = answers();
        QCOMPARE(texts.size(), 2);
        QVERIFY(!texts[0].isEmpty());
        QCOMPARE(texts[0], texts[1]);
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::ChatEngineTest)
#include "chat_engine_test.moc"
