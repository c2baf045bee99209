// The page of runs as people use it, on runs that the real recorder wrote.

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>

#include "controls/search_field.h"
#include "controls/segments.h"
#include "controls/switch.h"
#include "controls/table.h"
#include "models/run_table.h"
#include "runs/run_label.h"
#include "runs/run_recorder.h"
#include "widgets/window/shots.h"
#include "widgets/window/watchdog.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using models::RunTable;
using runs::RunState;
using test::click;
using test::comes;
using test::findShown;
using test::press;
using test::type;

class RunsPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::TemporaryHome>();
        home_->furnish();
        open_ = std::make_unique<test::OpenWindow>();
        page_ = &open_->page(u"runs"_s);
    }
    void cleanup() {
        open_.reset();
        home_.reset();
    }

    void a_click_on_a_name_opens_the_run_and_the_trail_leads_back() {
        openByName(u"clauses-lora8"_s);
        QVERIFY(findShown(*page_, u"clauses-lora8"_s, "QLabel"));
        QVERIFY(findShown(*page_, u"Checkpoints"_s, "QLabel"));
        QVERIFY(page_->place() == idOf(u"clauses-lora8"_s));
        click(*findShown(*page_, u"Runs"_s, "QPushButton"));
        QVERIFY(page_->place().isEmpty());
    }

    void the_list_is_worked_by_the_keyboard_alone() {
        press(*page_, Qt::Key_F, Qt::ControlModifier);
        type(open_->window(), u"lora8"_s);
        QVERIFY(comes([this] { return table()->model()->rowCount() == 1; }));
        table()->setFocus();
        press(*table(), Qt::Key_Space);
        QCOMPARE(table()->model()->index(0, RunTable::name).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        press(*table(), Qt::Key_Return);
        QCOMPARE(page_->place(), idOf(u"clauses-lora8"_s));
    }

    void a_state_filters_and_tells_how_many() {
        auto* states = qobject_cast<controls::Segments*>(findShown(*page_, u"State"_s, "anneal::controls::Segments"));
        QVERIFY(states);
        click(*states, u"Ended early 3"_s);
        QCOMPARE(table()->model()->rowCount(), 3);
        click(*states, u"All"_s);
        QCOMPARE(table()->model()->rowCount(), 6);
    }

    void words_that_no_run_says_offer_a_way_back() {
        press(*page_, Qt::Key_F, Qt::ControlModifier);
        type(open_->window(), u"nothing like it"_s);
        QVERIFY(findShown(*page_, u"No run is like that"_s, "QLabel"));
        click(*page_, u"Show all"_s);
        QCOMPARE(table()->model()->rowCount(), 6);
    }

    void a_run_is_renamed_in_its_place_and_undo_takes_it_back() {
        choose(u"clauses-lora8"_s);
        press(*table(), Qt::Key_F2);
        type(open_->window(), u"the good one"_s);
        press(open_->window(), Qt::Key_Return);
        QVERIFY(comes([this] { return !idOf(u"the good one"_s).isEmpty(); }));
        click(open_->window(), u"Undo"_s);
        QVERIFY(comes([this] { return !idOf(u"clauses-lora8"_s).isEmpty(); }));
    }

    void a_run_without_a_name_is_refused() {
        choose(u"clauses-lora8"_s);
        press(*table(), Qt::Key_F2);
        press(open_->window(), Qt::Key_Backspace);
        QVERIFY(findShown(*page_, u"A run needs a name"_s, "QLabel"));
        press(open_->window(), Qt::Key_Escape);
        QVERIFY(!idOf(u"clauses-lora8"_s).isEmpty());
    }

    void a_deleted_run_comes_back_by_undo() {
        choose(u"tickets-full"_s);
        press(*table(), Qt::Key_Delete);
        QVERIFY(comes([this] { return idOf(u"tickets-full"_s).isEmpty() && table()->model()->rowCount() == 5; }));
        click(open_->window(), u"Undo"_s);
        QVERIFY(comes([this] { return !idOf(u"tickets-full"_s).isEmpty() && table()->model()->rowCount() == 6; }));
    }

    void archived_runs_leave_the_list_and_come_back() {
        choose(u"tickets-full"_s);
        command(u"runs.archive"_s)->trigger();
        QVERIFY(comes([this] { return table()->model()->rowCount() == 5; }));
        auto* archived = findShown(*page_, u"Archived"_s, "anneal::controls::Switch");
        click(*archived);
        QVERIFY(comes([this] { return table()->model()->rowCount() == 1; }));
        table()->setCurrentIndex(table()->model()->index(0, 0));
        command(u"runs.unarchive"_s)->trigger();
        QVERIFY(comes([this] { return table()->model()->rowCount() == 0; }));
        click(*archived);
        QVERIFY(comes([this] { return table()->model()->rowCount() == 6; }));
    }

    void a_live_run_can_neither_be_deleted_nor_archived() {
        choose(u"clauses-lora16"_s);
        QVERIFY(!command(u"runs.delete"_s)->isEnabled());
        QVERIFY(!command(u"runs.archive"_s)->isEnabled());
        QVERIFY(command(u"runs.stop"_s)->isEnabled());
    }

    void a_run_that_failed_says_why_and_what_to_do() {
        openByName(u"reviews-lora32"_s);
        QVERIFY(comes([this] { return findText(u"reviews-lora32 failed at step 120"_s); }));
        const auto words = page_->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(words,
                                    [](auto* label) { return label->isVisible() && label->text().startsWith(u"The disk was full."_s); }));
        QVERIFY(findShown(*page_, u"Resume"_s, "QPushButton"));
        click(*page_, u"Show the error"_s);
        QVERIFY(comes([this] { return logView()->model()->rowCount() == 1; }));
    }

    void the_log_is_filtered_and_copied() {
        openByName(u"clauses-lora8"_s);
        QVERIFY(comes([this] { return logView()->model()->rowCount() > 1000; }));
        const int all = logView()->model()->rowCount();
        click(*page_, u"Eval 258"_s);
        QCOMPARE(logView()->model()->rowCount(), 258);
        click(*findShown(*page_, u"Copy the chosen lines, or all that are shown"_s));
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 258);
        click(*page_, u"All"_s);
        QCOMPARE(logView()->model()->rowCount(), all);
    }

    void settings_stand_beside_those_of_another_run() {
        openByName(u"tickets-full"_s);
        auto* tabs = page_->findChild<QTabBar*>();
        tabs->setCurrentIndex(1);
        auto* settings = qobject_cast<controls::Table*>(findShown(*page_, u"Settings"_s, "anneal::controls::Table"));
        QVERIFY(settings);
        const int all = settings->model()->rowCount();
        QVERIFY(all > 40);
        auto* other = qobject_cast<QComboBox*>(findShown(*page_, u"Compared with"_s, "QComboBox"));
        other->setCurrentIndex(other->findText(u"clauses-lora8"_s));
        Q_EMIT other->activated(other->currentIndex());
        click(*findShown(*page_, u"Only differences"_s, "anneal::controls::Switch"));
        QVERIFY(settings->model()->rowCount() >= 2 && settings->model()->rowCount() < all);
    }

    void ticked_runs_are_compared_side_by_side() {
        for (const auto& name : {u"clauses-lora8"_s, u"tickets-full"_s}) {
            choose(name);
            press(*table(), Qt::Key_Space);
        }
        click(*page_, u"Compare"_s);
        QVERIFY(comes([this] { return findText(u"Compare 2 runs"_s); }));
        auto* results = qobject_cast<controls::Table*>(findShown(*page_, u"Settings and results"_s, "anneal::controls::Table"));
        QVERIFY(results);
        QVERIFY(comes([&] { return results->model()->columnCount() == 3 && results->model()->rowCount() > 6; }));
        auto* list = qobject_cast<QListView*>(findShown(*page_, u"Runs to compare"_s, "QListView"));
        list->setFocus();
        list->setCurrentIndex(list->model()->index(2, 0));
        press(*list, Qt::Key_Space);
        QVERIFY(comes([&] { return results->model()->columnCount() == 4; }));
        list->setCurrentIndex(list->model()->index(1, 0));
        const auto second = list->model()->index(1, 0).data().toString();
        press(*list, Qt::Key_Return);
        QVERIFY(comes([&] { return list->model()->index(0, 0).data().toString() == second; }));
        QCOMPARE(results->model()->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), second);
    }

    void what_was_open_is_open_after_a_new_start() {
        openByName(u"clauses-lora8"_s);
        page_->findChild<QTabBar*>()->setCurrentIndex(1);
        open_.reset();
        open_ = std::make_unique<test::OpenWindow>();
        page_ = &open_->page(u"runs"_s);
        QCOMPARE(page_->place(), idOf(u"clauses-lora8"_s));
        QVERIFY(comes([this] { return findText(u"clauses-lora8"_s); }));
        QCOMPARE(page_->findChild<QTabBar*>()->currentIndex(), 1);
    }

    void nothing_that_one_does_here_keeps_the_window_waiting() {
        test::Watchdog watchdog;
        for (const auto& name : {u"clauses-lora8"_s, u"reviews-lora32"_s, u"clauses-lora16"_s}) {
            page_->goTo(idOf(name));
            QTest::qWait(300);
        }
        page_->goTo(u"compare/"_s + idOf(u"clauses-lora8"_s) + u',' + idOf(u"tickets-full"_s));
        QTest::qWait(300);
        const auto waited = watchdog.longestWait();
        qInfo("the longest wait was %d ms", int(waited.count()));
        QVERIFY(waited < std::chrono::milliseconds(500));
    }

    void the_page_is_pictured_and_whole() {
        QStringList complaints;
        const auto shot = [&](const QString& place, const QString& name) {
            page_->goTo(place);
            QTest::qWait(1200);
            complaints += test::shoot(*open_, u"runs-"_s + name);
        };
        shot({}, u"list"_s);
        shot(idOf(u"clauses-lora16"_s), u"live"_s);
        shot(idOf(u"reviews-lora32"_s), u"failed"_s);
        page_->findChild<QTabBar*>()->setCurrentIndex(1);
        shot(idOf(u"clauses-lora8"_s), u"settings"_s);
        shot(u"compare/"_s + idOf(u"clauses-lora16"_s) + u',' + idOf(u"clauses-lora8"_s) + u',' + idOf(u"reviews-lora16"_s), u"compare"_s);
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

private:
    controls::Table* table() {
        for (auto* each : page_->findChildren<controls::Table*>())
            if (each->accessibleName() == u"Runs"_s) return each;
        return nullptr;
    }
    QListView* logView() { return qobject_cast<QListView*>(findShown(*page_, u"Log"_s, "QListView")); }
    QAction* command(const QString& id) { return page_->findChild<QAction*>(id); }
    bool findText(const QString& text) {
        const auto labels = page_->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](auto* label) { return label->isVisible() && label->text() == text; });
    }
    QString idOf(const QString& name) {
        for (const auto& run : open_->services().runs.all())
            if (run.name == name.toStdString()) return QString::fromStdString(run.status.id);
        return {};
    }
    QModelIndex indexOf(const QString& name) {
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            if (const auto index = table()->model()->index(row, RunTable::name); index.data().toString() == name) return index;
        QTest::qFail(qPrintable(u"no row "_s + name), __FILE__, __LINE__);
        return {};
    }
    void choose(const QString& name) {
        table()->setFocus();
        table()->setCurrentIndex(indexOf(name));
    }
    void openByName(const QString& name) {
        test::doubleClick(*table(), table()->visualRect(indexOf(name)).center());
        QVERIFY(comes([&] { return !page_->place().isEmpty(); }));
    }

    std::unique_ptr<test::TemporaryHome> home_;
    std::unique_ptr<test::OpenWindow> open_;
    pages::Page* page_ = nullptr;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::RunsPageTest)
#include "page_test.moc"
