// Chat as a person uses it, with models that answer by rule.

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QTabBar>
#include <QTableView>

#include <nlohmann/json.hpp>

#include "controls/text_area.h"
#include "controls/text_body.h"
#include "pages/chat/cases_view.h"
#include "pages/chat/talk.h"
#include "pages/page.h"
#include "widgets/chat/chat_home.h"
#include "widgets/window/audit.h"
#include "widgets/window/shots.h"
#include "widgets/window/watchdog.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using test::OpenWindow;

constexpr auto kLongestWait = std::chrono::milliseconds(50);

QString bodyOf(QWidget& window, const QString& name) {
    for (auto* text : window.findChildren<controls::TextBody*>())
        if (text->isVisible() && text->accessibleName() == name) return text->body();
    return {};
}

QStringList bodies(QWidget& window, const QString& name) {
    QStringList all;
    for (auto* text : window.findChildren<controls::TextBody*>())
        if (text->isVisible() && text->accessibleName() == name) all << text->body();
    return all;
}

controls::TextArea& area(QWidget& window, const QString& name) {
    for (auto* text : window.findChildren<controls::TextArea*>())
        if (text->isVisible() && text->accessibleName() == name) return *text;
    qFatal("there is no %s", qPrintable(name));
}

bool isShown(QWidget& window, const QString& text) { return test::wordsShown(window).contains(text); }
bool mentions(QWidget& window, const QString& text) { return !test::wordsShown(window).filter(text).isEmpty(); }

void writeCases(const std::filesystem::path& file, int count, const std::string& prompt, const std::string& expected) {
    std::ofstream out(file);
    for (int i = 0; i < count; ++i) out << nlohmann::json{{"prompt", prompt + std::to_string(i)}, {"expected", expected}} << '\n';
}

class ChatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::TemporaryHome>();
        home_->registerBase();
        test::writeTunedRun(*home_);
    }
    void cleanup() { home_.reset(); }

    void the_newest_run_stands_against_its_base() {
        OpenWindow open;
        open.page(u"chat"_s);
        QVERIFY(
            test::comes([&] { return findHead(open, u"Right model: clauses-lora16"_s) && findHead(open, u"Left model: demo-base"_s); }));
    }

    void both_answer_the_same_prompt_with_the_same_seed() {
        OpenWindow open;
        begin(open);
        ask(open, u"name the clause"_s);
        QVERIFY(test::comes([&] { return answer(open, u"demo-base"_s) == u"base read 1 messages with seed 42 : name the clause"_s; }));
        QVERIFY(
            test::comes([&] { return answer(open, u"clauses-lora16"_s) == u"tuned read 1 messages with seed 42 : name the clause"_s; }));
        QVERIFY(test::comes([&] { return mentions(open.window(), u"11 tokens"_s); }));
        ask(open, u"and now"_s);
        QVERIFY(test::comes(
            [&] { return bodies(open.window(), u"Answer of demo-base"_s).contains(u"base read 3 messages with seed 42 : and now"_s); }));
    }

    void an_answer_comes_token_by_token_and_stops_within_one() {
        const auto log = QString::fromStdString((home_->path() / "stopped").string());
        qputenv("FAKE_MODELS_LOG", log.toUtf8());
        OpenWindow open;
        begin(open);
        ask(open, u"slow please"_s);
        QVERIFY(test::comes(
            [&] { return answer(open, u"demo-base"_s).count(u"word"_s) > 5 && answer(open, u"clauses-lora16"_s).count(u"word"_s) > 5; }));
        test::press(open.window(), Qt::Key_Escape);
        const auto base = answer(open, u"demo-base"_s);
        QVERIFY(test::comes([&] { return mentions(open.window(), u"stopped"_s); }));
        QTest::qWait(200);
        QVERIFY(answer(open, u"demo-base"_s).size() - base.size() <= 3 * 5);
        QVERIFY(test::comes([&] {
            QFile file(log);
            return file.open(QIODevice::ReadOnly) && file.readAll().count('\n') == 2;
        }));
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const auto& line : file.readAll().trimmed().split('\n')) QVERIFY2(line.toInt() < 200, line.constData());
        ask(open, u"again"_s);
        QVERIFY(test::comes([&] { return bodies(open.window(), u"Answer of demo-base"_s).value(1).endsWith(u": again"_s); }));
        qunsetenv("FAKE_MODELS_LOG");
    }

    void the_window_never_waits_while_models_load_answer_and_go() {
        OpenWindow open;
        begin(open);
        test::Watchdog watchdog;
        ask(open, u"slow please"_s);
        QVERIFY(test::comes([&] { return answer(open, u"demo-base"_s).count(u"word"_s) > 20; }));
        (void)watchdog.longestWait();
        QTest::qWait(500);
        const auto streaming = watchdog.longestWait();
        QVERIFY2(streaming < kLongestWait, qPrintable(QString::number(streaming.count())));
    }

    void a_prompt_is_changed_and_asked_anew_and_undo_brings_the_turns_back() {
        OpenWindow open;
        begin(open);
        ask(open, u"first"_s);
        QVERIFY(test::comes([&] { return answer(open, u"demo-base"_s).endsWith(u"first"_s); }));
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Send to both"_s); }));
        test::click(open.window(), u"Change the prompt and ask anew"_s);
        QCOMPARE(area(open.window(), u"Prompt"_s).body(), u"first"_s);
        QVERIFY(bodies(open.window(), u"What you asked"_s).isEmpty());
        test::click(open.window(), u"Undo"_s);
        QCOMPARE(bodies(open.window(), u"What you asked"_s), QStringList{u"first"_s});
    }

    void another_answer_takes_the_next_seed() {
        OpenWindow open;
        begin(open);
        ask(open, u"first"_s);
        QVERIFY(test::comes(
            [&] { return answer(open, u"clauses-lora16"_s).endsWith(u"first"_s) && isShown(open.window(), u"Send to both"_s); }));
        test::click(open.window(), u"Answer again with the next seed"_s);
        QVERIFY(test::comes([&] { return answer(open, u"demo-base"_s).contains(u"seed 43"_s); }));
        QVERIFY(answer(open, u"clauses-lora16"_s).contains(u"seed 42"_s));
    }

    void a_question_that_fails_says_why_and_is_tried_again() {
        OpenWindow open;
        begin(open);
        ask(open, u"fail"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"the prompt is longer than the context"_s); }));
        QVERIFY(isShown(open.window(), u"shorten it"_s));
    }

    void a_model_that_cannot_be_loaded_says_why_and_the_other_answers() {
        const auto broken = home_->path() / "broken.gguf";
        test::touch(broken, "GGUF");
        OpenWindow open;
        begin(open);
        open.page(u"chat"_s, QString::fromStdString(broken.string()));
        QVERIFY(test::comes([&] { return findHead(open, u"Right model: broken.gguf"_s); }));
        ask(open, u"hello"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"model.safetensors ends before its last tensor"_s); }));
        QVERIFY(isShown(open.window(), u"download the model again"_s));
        QVERIFY(test::comes([&] { return answer(open, u"demo-base"_s).endsWith(u"hello"_s); }));
    }

    void one_model_alone_is_asked_alone() {
        OpenWindow open;
        begin(open);
        test::click(open.window(), u"One model"_s);
        QVERIFY(!findHead(open, u"Left model: demo-base"_s));
        ask(open, u"hello"_s);
        QVERIFY(test::comes([&] { return answer(open, u"clauses-lora16"_s).endsWith(u"hello"_s); }));
        QVERIFY(answer(open, u"demo-base"_s).isEmpty());
    }

    void another_checkpoint_is_found_by_typing_its_name() {
        OpenWindow open;
        begin(open);
        test::click(*findHead(open, u"Right model: clauses-lora16"_s));
        auto* popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QTest::keyClicks(popup->focusWidget() ? popup->focusWidget() : popup, u"lora"_s);
        auto* field = popup->findChild<QLineEdit*>();
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!popup->isVisible());
        auto* head = findHead(open, u"Right model: clauses-lora16"_s);
        QVERIFY2(head && head->accessibleDescription().startsWith(u"Best checkpoint, step 200"_s),
                 qPrintable(head->accessibleDescription()));
    }

    void a_prompt_becomes_a_case_with_what_is_expected() {
        OpenWindow open;
        begin(open);
        ask(open, u"name the clause"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Send to both"_s) && !answer(open, u"clauses-lora16"_s).isEmpty(); }));
        area(open.window(), u"Expected answer"_s).setFocus();
        test::type(open.window(), u"confidentiality"_s);
        test::click(open.window(), u"Save as evaluation case"_s);
        const auto kept = open.services().documents.list(u"chat_case"_s);
        QCOMPARE(kept.size(), 1);
        const auto wanted = pages::ChatCase::fromJson(kept[0].id, kept[0].body);
        QCOMPARE(wanted.prompt(), u"name the clause"_s);
        QCOMPARE(wanted.expected, u"confidentiality"_s);
        open.page(u"chat"_s, u"cases"_s);
        QVERIFY(mentions(open.window(), u"Evaluation cases 1"_s) || open.window().findChild<QTabBar*>());
    }

    void cases_are_compared_blind_and_the_tally_is_told_at_the_end() {
        const auto file = home_->path() / "cases.jsonl";
        writeCases(file, 6, "question ", "tuned");
        OpenWindow open;
        begin(open);
        auto* view = open.window().findChild<pages::CasesView*>();
        QAbstractItemModelTester tester(view->findChild<QTableView*>()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        open.page(u"chat"_s, u"cases"_s);
        view->importFile(QString::fromStdString(file.string()));
        QVERIFY(test::comes([&] { return view->count() == 6; }));
        test::click(open.window(), u"Compare blind"_s);
        for (int i = 0; i < 6; ++i) {
            QVERIFY2(test::comes([&] { return isShown(open.window(), u"Case %1 of 6"_s.arg(i + 1)); }), qPrintable(QString::number(i)));
            QVERIFY(!mentions(open.window(), u"clauses-lora16"_s));
            const bool left = bodyOf(open.window(), u"Answer A"_s).startsWith(u"tuned"_s);
            QVERIFY(left != bodyOf(open.window(), u"Answer B"_s).startsWith(u"tuned"_s));
            test::press(open.window(), left ? Qt::Key_1 : Qt::Key_3);
        }
        QVERIFY(test::comes([&] { return isShown(open.window(), u"clauses-lora16 was better in 6 of 6 cases"_s); }));
        QVERIFY(mentions(open.window(), u"p = 0.031"_s));
    }

    void what_was_asked_written_and_chosen_is_there_at_the_next_start() {
        {
            OpenWindow open;
            begin(open);
            ask(open, u"first"_s);
            QVERIFY(test::comes(
                [&] { return answer(open, u"clauses-lora16"_s).endsWith(u"first"_s) && isShown(open.window(), u"Send to both"_s); }));
            area(open.window(), u"Prompt"_s).setFocus();
            test::type(open.window(), u"half a question"_s);
        }
        OpenWindow open;
        open.page(u"chat"_s);
        QVERIFY(test::comes([&] { return answer(open, u"clauses-lora16"_s).endsWith(u"first"_s); }));
        QCOMPARE(area(open.window(), u"Prompt"_s).body(), u"half a question"_s);
        QVERIFY(test::comes([&] { return findHead(open, u"Right model: clauses-lora16"_s); }));
    }

    void an_earlier_conversation_is_opened_deleted_and_brought_back() {
        OpenWindow open;
        begin(open);
        ask(open, u"first"_s);
        QVERIFY(
            test::comes([&] { return isShown(open.window(), u"Send to both"_s) && answer(open, u"demo-base"_s).endsWith(u"first"_s); }));
        test::click(open.window(), u"New chat"_s);
        QVERIFY(bodies(open.window(), u"What you asked"_s).isEmpty());
        open.page(u"chat"_s, u"history"_s);
        auto* table = qobject_cast<QTableView*>(test::findShown(open.window(), u"Conversations"_s, "QTableView"));
        QVERIFY(table);
        table->selectRow(0);
        test::click(open.window(), u"Delete"_s);
        QCOMPARE(open.services().documents.list(u"chat"_s).size(), 0);
        test::click(open.window(), u"Undo"_s);
        QCOMPARE(open.services().documents.list(u"chat"_s).size(), 1);
        table->selectRow(0);
        test::click(open.window(), u"Open"_s);
        QCOMPARE(bodies(open.window(), u"What you asked"_s), QStringList{u"first"_s});
    }

    void leaving_frees_the_memory_where_that_is_asked() {
        OpenWindow open;
        begin(open);
        ask(open, u"first"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Send to both"_s) && mentions(open.window(), u"2 models in memory"_s); }));
        test::click(open.window(), u"Free the memory on leaving"_s);
        open.page(u"home"_s);
        open.page(u"chat"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"No model in memory"_s); }));
    }

    void without_a_model_the_page_says_what_would_be_here() {
        home_ = std::make_unique<test::TemporaryHome>();
        OpenWindow open;
        open.page(u"chat"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"No model to talk to yet"_s); }));
        const auto complaints = test::shoot(open, u"chat-empty"_s);
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

    void every_view_is_pictured_and_whole() {
        OpenWindow open;
        begin(open);
        ask(open,
            u"Name the clause type, rate the risk for the customer, and suggest one change.\n“Either party may terminate this Agreement "
            u"for convenience upon "
            u"thirty (30) days’ prior written notice.”"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Send to both"_s) && answer(open, u"clauses-lora16"_s).size() > 60; }));
        ask(open, u"fail"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Send to both"_s); }));
        QStringList complaints = test::shoot(open, u"chat"_s);
        const auto file = home_->path() / "cases.jsonl";
        writeCases(file, 8, "Name the type of clause number ", "confidentiality");
        auto* view = open.window().findChild<pages::CasesView*>();
        open.page(u"chat"_s, u"cases"_s);
        view->importFile(QString::fromStdString(file.string()));
        QVERIFY(test::comes([&] { return view->count() == 8; }));
        view->findChild<QTableView*>()->selectRow(2);
        QTest::qWait(6500);
        complaints += test::shoot(open, u"chat-cases"_s);
        open.page(u"chat"_s, u"history"_s);
        complaints += test::shoot(open, u"chat-history"_s);
        open.page(u"chat"_s, u"cases"_s);
        test::click(open.window(), u"Compare blind"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Case 1 of 8"_s) && isShown(open.window(), u"8 of 8 answered"_s); }));
        complaints += test::shoot(open, u"chat-trial"_s);
        for (int i = 0; i < 8; ++i) test::press(open.window(), i < 6 ? Qt::Key_1 : Qt::Key_2);
        complaints += test::shoot(open, u"chat-result"_s);
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

private:
    static QWidget* findHead(OpenWindow& open, const QString& name) {
        for (auto* button : open.window().findChildren<QPushButton*>())
            if (button->isVisible() && button->accessibleName() == name) return button;
        return nullptr;
    }

    /// Opens the page and waits for its models.
    static void begin(OpenWindow& open) {
        open.page(u"chat"_s);
        QVERIFY(
            test::comes([&] { return findHead(open, u"Right model: clauses-lora16"_s) && findHead(open, u"Left model: demo-base"_s); }));
    }

    static void ask(OpenWindow& open, const QString& prompt) {
        auto& field = area(open.window(), u"Prompt"_s);
        field.setFocus();
        field.setBody(prompt);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ControlModifier);
    }

    static QString answer(OpenWindow& open, const QString& model) { return bodyOf(open.window(), u"Answer of "_s + model); }

    std::unique_ptr<test::TemporaryHome> home_;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::ChatTest)
#include "chat_test.moc"
