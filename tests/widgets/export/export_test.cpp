// Export as a person does it, with an engine that writes small files.

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QTableView>

#include "pages/export/export_record.h"
#include "widgets/chat/chat_home.h"
#include "widgets/window/audit.h"
#include "widgets/window/shots.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using test::OpenWindow;

bool isShown(QWidget& window, const QString& text) { return test::wordsShown(window).contains(text); }
bool mentions(QWidget& window, const QString& text) { return !test::wordsShown(window).filter(text).isEmpty(); }

class ExportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::TemporaryHome>();
        home_->registerBase();
        test::writeTunedRun(*home_);
    }
    void cleanup() { home_.reset(); }

    void a_run_becomes_files_with_their_gate_size_and_hash() {
        OpenWindow open;
        begin(open);
        check(open, u"PEFT adapter"_s);
        test::click(open.window(), u"Export 2 targets"_s);
        QVERIFY(test::comes([&] { return records(open).size() == 2; }));
        for (const auto& record : records(open)) {
            QVERIFY(record.passed);
            QVERIFY(std::filesystem::exists(record.path.toStdString()));
            QCOMPARE(record.sha256.size(), 64);
            QCOMPARE(record.run.isEmpty(), false);
        }
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Passed"_s) && mentions(open.window(), u"4,096 tokens compared"_s); }));
        QVERIFY(test::comes([&] { return mentions(open.window(), u"Chat template"_s); }));
        test::click(open.window(), u"Copy the command"_s);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"anneal chat --model /"_s));
    }

    void what_does_not_pass_is_set_aside_and_said_in_words() {
        home_ = std::make_unique<test::TemporaryHome>();
        home_->registerBase();
        test::writeTunedRun(*home_, "rejected-run");
        OpenWindow open;
        begin(open);
        test::click(*test::findShown(*open.window().pages().made(u"export"_s), u"Export"_s, "QPushButton"));
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Did not pass: Distance to the trained model"_s); }));
        QVERIFY(mentions(open.window(), u".gguf.rejected"_s));
        QVERIFY(mentions(open.window(), u"This type loses too much of the model"_s));
        QVERIFY(!records(open).front().passed);
        QVERIFY(!isShown(open.window(), u"Chat with it"_s));
    }

    void a_cancelled_export_leaves_no_record_and_no_error() {
        OpenWindow open;
        begin(open);
        test::click(*test::findShown(*open.window().pages().made(u"export"_s), u"Export"_s, "QPushButton"));
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Cancel"_s); }));
        test::click(open.window(), u"Cancel"_s);
        QVERIFY(test::comes([&] { return !isShown(open.window(), u"Cancel"_s); }));
        QVERIFY(records(open).empty());
    }

    void an_export_is_chatted_with() {
        OpenWindow open;
        begin(open);
        test::click(*test::findShown(*open.window().pages().made(u"export"_s), u"Export"_s, "QPushButton"));
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Chat with it"_s); }));
        test::click(open.window(), u"Chat with it"_s);
        QCOMPARE(open.window().pages().currentId(), u"chat"_s);
        QVERIFY(test::comes([&] {
            for (auto* button : open.window().findChildren<QPushButton*>())
                if (button->isVisible() && button->accessibleName().startsWith(u"Right model: model-Q8_0.gguf"_s)) return true;
            return false;
        }));
    }

    void a_record_is_forgotten_and_brought_back() {
        OpenWindow open;
        begin(open);
        test::click(*test::findShown(*open.window().pages().made(u"export"_s), u"Export"_s, "QPushButton"));
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Forget"_s); }));
        test::click(open.window(), u"Forget"_s);
        QVERIFY(records(open).empty());
        test::click(open.window(), u"Undo"_s);
        QCOMPARE(records(open).size(), 1u);
    }

    void what_was_chosen_is_there_at_the_next_start() {
        {
            OpenWindow open;
            begin(open);
            check(open, u"PEFT adapter"_s);
        }
        OpenWindow open;
        begin(open);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Export 2 targets"_s); }));
    }

    void without_a_run_the_page_says_what_would_be_here() {
        home_ = std::make_unique<test::TemporaryHome>();
        OpenWindow open;
        open.page(u"export"_s);
        QVERIFY(test::comes([&] { return isShown(open.window(), u"Nothing to export yet"_s); }));
        const auto complaints = test::shoot(open, u"export-empty"_s);
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

    void the_page_is_pictured_and_whole() {
        OpenWindow open;
        begin(open);
        check(open, u"PEFT adapter"_s);
        test::click(open.window(), u"Export 2 targets"_s);
        QVERIFY(test::comes([&] { return records(open).size() == 2; }));
        QTest::qWait(6500);
        const auto complaints = test::shoot(open, u"export"_s);
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

private:
    /// Opens the page and waits for the shapes of its source.
    static void begin(OpenWindow& open) {
        open.page(u"export"_s);
        QVERIFY(test::comes([&] { return mentions(open.window(), u"≈"_s); }));
    }

    static void check(OpenWindow& open, const QString& target) {
        auto* box = qobject_cast<QCheckBox*>(test::findShown(open.window(), target, "QCheckBox"));
        QVERIFY(box);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QVERIFY(box->isChecked());
    }

    static std::vector<pages::ExportRecord> records(OpenWindow& open) {
        std::vector<pages::ExportRecord> all;
        for (const auto& document : open.services().documents.list(u"export"_s))
            all.push_back(pages::ExportRecord::fromJson(document.body));
        return all;
    }

    std::unique_ptr<test::TemporaryHome> home_;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::ExportTest)
#include "export_test.moc"
