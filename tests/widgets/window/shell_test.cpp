// The window around the pages, used as a person would.

#include <malloc.h>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>

#include "shell/bell_list.h"
#include "shell/job_tray.h"
#include "shell/palette.h"
#include "shell/top_bar.h"
#include "widgets/window/audit.h"
#include "widgets/window/watchdog.h"
#include "widgets/window/window_fixture.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using test::OpenWindow;

constexpr qint64 kNoise = 256 << 10;
constexpr auto kLongestWait = std::chrono::milliseconds(50);

bool isShown(QWidget& window, const QString& text) { return test::wordsShown(window).contains(text); }

/// What was asked of malloc and not given back.
qint64 bytesInUse() {
    const auto info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}

QWidget& named(QWidget& window, const char* name) { return *window.findChild<QWidget*>(QString::fromLatin1(name)); }

class ShellTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { home_ = std::make_unique<test::TemporaryHome>(); }
    void cleanup() { home_.reset(); }

    void control_and_a_number_brings_a_page_and_alt_left_goes_back() {
        OpenWindow open;
        auto& window = open.window();
        QCOMPARE(window.pages().currentId(), u"home"_s);
        test::press(window, Qt::Key(Qt::Key_0 + int(window.pages().infos().size())), Qt::ControlModifier);  // System stands last
        QCOMPARE(window.pages().currentId(), u"system"_s);
        test::press(window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.pages().currentId(), u"home"_s);
        test::press(window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window.pages().currentId(), u"system"_s);
    }

    void a_few_letters_in_the_palette_run_a_command_that_is_then_among_the_recent_ones() {
        OpenWindow open;
        auto& window = open.window();
        test::press(window, Qt::Key_K, Qt::ControlModifier);
        auto* palette = window.findChild<shell::Palette*>();
        QVERIFY(palette->isVisible());
        test::type(window, u"sys"_s);
        test::press(window, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(window.pages().currentId(), u"system"_s);
        test::press(window, Qt::Key_K, Qt::ControlModifier);
        auto* list = palette->findChild<QAbstractItemView*>();
        QCOMPARE(list->model()->index(0, 0).data(shell::PaletteModel::heading).toString(), u"Recent"_s);
        QCOMPARE(list->model()->index(1, 0).data().toString(), u"System"_s);
    }

    void letters_that_nothing_has_say_so() {
        OpenWindow open;
        test::press(open.window(), Qt::Key_K, Qt::ControlModifier);
        test::type(open.window(), u"qqqq"_s);
        QVERIFY(isShown(open.window(), u"Nothing has these letters in its name"_s));
    }

    void escape_closes_what_lies_on_top_and_gives_the_focus_back() {
        OpenWindow open;
        auto& window = open.window();
        auto& bell = named(window, "bell");
        bell.setFocus(Qt::TabFocusReason);
        test::press(window, Qt::Key_K, Qt::ControlModifier);
        window.ask({u"Delete it?"_s, u"It is gone then."_s, u"Delete"_s}, [] { QFAIL("nobody agreed"); });
        QVERIFY(isShown(window, u"Delete it?"_s));
        test::press(window, Qt::Key_Escape);
        QVERIFY(!isShown(window, u"Delete it?"_s));
        QVERIFY(window.findChild<shell::Palette*>()->isVisible());
        test::press(window, Qt::Key_Escape);
        QVERIFY(!window.findChild<shell::Palette*>()->isVisible());
        QCOMPARE(window.focusWidget(), &bell);
    }

    void keys_reach_the_window_after_a_layer_was_closed() {
        OpenWindow open;
        auto& window = open.window();
        test::press(window, Qt::Key_K, Qt::ControlModifier);
        test::press(window, Qt::Key_Escape);
        test::press(window, Qt::Key_F1);
        QVERIFY(isShown(window, u"Close what lies on top"_s));
        test::press(window, Qt::Key_Escape);
        open.speak(u"zh_CN"_s);
        open.speak(u"en"_s);
        test::press(window, Qt::Key_J, Qt::ControlModifier);
        QVERIFY(window.findChild<shell::JobTray*>()->isVisible());
    }

    void a_popup_stays_under_its_button_when_the_window_changes_its_size() {
        OpenWindow open;
        auto& window = open.window();
        const auto& bell = named(window, "bell");
        test::click(named(window, "bell"));
        const auto* list = window.findChild<shell::BellList*>();
        const auto hangsRight = [&] {
            return std::min(bell.mapTo(&window, QPoint(bell.width(), 0)).x(), window.width() - 8) == list->geometry().right() + 1;
        };
        QVERIFY(hangsRight());
        window.resize(1024, 700);
        QVERIFY(test::comes(hangsRight));
        window.resize(1440, 900);
        QVERIFY(test::comes(hangsRight));
    }

    void a_question_acts_only_when_one_agrees() {
        OpenWindow open;
        int agreed = 0;
        const auto ask = [&] { open.window().ask({u"Delete it?"_s, u"It is gone then."_s, u"Delete"_s}, [&] { ++agreed; }); };
        ask();
        test::click(open.window(), u"Cancel"_s);
        QCOMPARE(agreed, 0);
        ask();
        test::click(open.window(), u"Delete"_s);
        QCOMPARE(agreed, 1);
    }

    void a_project_is_made_renamed_deleted_and_brought_back() {
        OpenWindow open;
        auto& window = open.window();
        const auto& projects = open.services().projects;
        test::click(named(window, "project"));
        test::click(window, u"Name of a new project"_s);
        test::type(window, u"Contract review"_s);
        test::press(window, Qt::Key_Return);
        QCOMPARE(projects.all().size(), 1);
        QCOMPARE(projects.current(), projects.all().first().id);
        QVERIFY(isShown(window, u"Contract review"_s));

        test::click(named(window, "project"));
        test::click(window, u"Rename Contract review"_s);
        test::press(window, Qt::Key_A, Qt::ControlModifier);
        test::type(window, u"Contracts"_s);
        test::press(window, Qt::Key_Return);
        QCOMPARE(projects.all().first().name, u"Contracts"_s);

        test::click(window, u"Delete Contracts"_s);
        QVERIFY(projects.all().isEmpty());
        QVERIFY(projects.current().isEmpty());
        test::press(window, Qt::Key_Escape);
        test::click(window, u"Undo"_s);
        QCOMPARE(projects.all().size(), 1);
        QCOMPARE(projects.all().first().name, u"Contracts"_s);
    }

    void a_failed_job_says_why_and_is_tried_again_from_the_tray() {
        OpenWindow open;
        auto& window = open.window();
        std::atomic<int> tries = 0;
        open.services().jobs.start({.title = u"Import rows"_s, .work = [&](const jobs::JobContext&) -> Status {
                                        if (++tries == 1) return fail("disk_full", "the disk was full");
                                        return {};
                                    }});
        QVERIFY(test::comes([&] { return tries == 1; }));
        test::press(window, Qt::Key_J, Qt::ControlModifier);
        QVERIFY(test::comes([&] { return isShown(window, u"Retry Import rows"_s); }));
        QVERIFY(test::wordsShown(window).join(u' ').contains(u"the disk was full"_s));
        test::click(window, u"Retry Import rows"_s);
        QVERIFY(test::comes([&] { return tries == 2 && test::wordsShown(window).join(u' ').contains(u"Done in"_s); }));
    }

    void a_job_in_the_tray_is_cancelled() {
        OpenWindow open;
        auto& window = open.window();
        std::atomic<bool> stopped = false;
        open.services().jobs.start({.title = u"Import rows"_s, .work = [&](const jobs::JobContext& job) -> Status {
                                        while (!job.stop.stopRequested()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
                                        stopped = true;
                                        return fail("stopped", "stopped");
                                    }});
        test::press(window, Qt::Key_J, Qt::ControlModifier);
        QVERIFY(test::comes([&] { return isShown(window, u"Cancel Import rows"_s); }));
        test::click(window, u"Cancel Import rows"_s);
        QVERIFY(test::comes([&] { return stopped && isShown(window, u"Cancelled"_s); }));
    }

    void the_bell_counts_what_is_new_until_one_has_looked() {
        OpenWindow open;
        auto& window = open.window();
        open.services().notifications.add(u"run_failed"_s,
                                          {{u"run"_s, u"1"_s}, {u"name"_s, u"clauses"_s}, {u"error"_s, u"the disk was full"_s}});
        auto& bell = named(window, "bell");
        QCOMPARE(bell.accessibleName(), u"Notifications: 1 new"_s);
        test::click(bell);
        QVERIFY(isShown(window, u"clauses failed"_s));
        test::press(window, Qt::Key_Escape);
        QCOMPARE(bell.accessibleName(), u"Notifications"_s);
    }

    void another_language_is_spoken_at_once_and_everywhere() {
        home_->furnish();
        OpenWindow open;
        auto& window = open.window();
        for (const auto* page : {"system", "home"}) open.page(QString::fromLatin1(page));
        open.speak(u"zh_CN"_s);
        const auto words = test::wordsShown(window);
        for (const auto& word : {u"首页"_s, u"系统"_s, u"全部项目"_s, u"搜索或执行命令"_s, u"需要处理"_s, u"最近的运行"_s})
            QVERIFY2(words.contains(word), qPrintable(word));
        open.speak(u"en"_s);
        QVERIFY(isShown(window, u"Needs attention"_s));
    }

    void the_next_start_goes_on_where_the_last_one_ended() {
        {
            OpenWindow open;
            open.services().projects.create(u"Contract review"_s);
            open.page(u"system"_s, u"storage"_s);
            open.choose(theme::Choice::dark);
        }
        OpenWindow open;
        QCOMPARE(open.window().pages().currentId(), u"system"_s);
        QCOMPARE(open.window().pages().current()->place(), u"storage"_s);
        QCOMPARE(open.services().settings.appearance(), theme::Choice::dark);
        QVERIFY(isShown(open.window(), u"Contract review"_s));
        open.choose(theme::Choice::system);
    }

    void the_welcome_ends_in_the_demo_ready_to_train() {
        OpenWindow open(OpenWindow::Welcome::shown);
        auto& window = open.window();
        test::click(window, u"Next"_s);
        test::click(window, u"Next"_s);
        test::click(window, u"Open the demo"_s);
        QVERIFY(test::comes([&] { return isShown(window, u"Train it now"_s); }));
        QVERIFY(
            test::comes([&] { return open.services().datasets.find(u"demo-clauses"_s) && open.services().models.find(u"demo-base"_s); }));
        test::click(window, u"Look around first"_s);
        QVERIFY(open.services().settings.welcomed());
        QVERIFY(test::comes([&] { return isShown(window, u"Train the demo"_s); }));
    }

    void the_welcome_is_not_shown_twice() {
        OpenWindow open;
        QVERIFY(!isShown(open.window(), u"Welcome to Anneal Studio"_s));
    }

    void every_model_keeps_to_the_contract_of_models() {
        home_->furnish();
        OpenWindow open;
        auto& window = open.window();
        std::set<QAbstractItemModel*> seen;
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        const auto add = [&] {
            for (auto* view : window.findChildren<QAbstractItemView*>())
                if (auto* model = view->model(); model && seen.insert(model).second)
                    testers.push_back(
                        std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::QtTest));
        };
        add();
        for (const auto& info : window.pages().infos()) open.page(info.id);
        for (const auto& place : {u"doctor"_s, u"hardware"_s, u"storage"_s, u"shortcuts"_s, u"licences"_s}) {
            open.page(u"system"_s, place);
            QTest::qWait(100);
        }
        add();
        QVERIFY(testers.size() >= 5);
        test::press(window, Qt::Key_K, Qt::ControlModifier);
        for (const auto& letters : {u"s"_s, u"y"_s, u"zz"_s}) test::type(window, letters);
        test::press(window, Qt::Key_Escape);
        home_->writeRun({.name = "another", .steps = 20});
        QVERIFY(test::comes([&] { return open.services().runs.all().size() == 7; }));
        open.speak(u"zh_CN"_s);
        open.speak(u"en"_s);
    }

    void nothing_keeps_the_window_waiting() {
        home_->furnish();
        OpenWindow open;
        test::Watchdog watchdog;
        for (const auto& place : {u"doctor"_s, u"hardware"_s, u"storage"_s, u"licences"_s}) {
            open.page(u"system"_s, place);
            QTest::qWait(150);
            open.page(u"home"_s);
            QTest::qWait(150);
            const auto wait = watchdog.longestWait();
            QVERIFY2(wait <= kLongestWait, qPrintable(u"%1: %2 ms"_s.arg(place).arg(wait.count())));
        }
    }

    void a_thousand_changes_of_the_page_take_no_memory() {
        home_->furnish();
        OpenWindow open;
        const auto change = [&](int times) {
            for (int i = 0; i < times; ++i) {
                open.page(i % 2 ? u"home"_s : u"system"_s);
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
            QTest::qWait(200);
        };
        change(200);
        const auto before = bytesInUse();
        change(1000);
        const auto grown = bytesInUse() - before;
        QVERIFY2(grown < kNoise, qPrintable(u"%1 KiB"_s.arg(grown / 1024)));
    }

private:
    std::unique_ptr<test::TemporaryHome> home_;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::ShellTest)
#include "shell_test.moc"
