// What floats over the window and what stands in for a page, as people see it.

#include <QLineEdit>

#include "shell/palette.h"
#include "widgets/window/audit.h"
#include "widgets/window/shots.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

void verify(const QStringList& complaints) { QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n'))); }

class ShellShotsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { home_ = std::make_unique<test::TemporaryHome>(); }
    void cleanup() { home_.reset(); }

    void the_welcome() {
        test::OpenWindow open(test::OpenWindow::Welcome::shown);
        verify(test::shoot(open, u"welcome-1"_s));
        test::click(open.window(), u"Next"_s);
        // The engine is started for it.
        QVERIFY(QTest::qWaitFor([&] { return !test::wordsShown(open.window()).join(u' ').contains(u"is started once"_s); }, 60'000));
        verify(test::shoot(open, u"welcome-2"_s));
        test::click(open.window(), u"Next"_s);
        verify(test::shoot(open, u"welcome-3"_s));
    }

    void an_empty_home() {
        test::OpenWindow open;
        verify(test::shoot(open, u"home-empty"_s));
    }

    void what_floats() {
        home_->furnish();
        test::OpenWindow open;
        auto& window = open.window();
        open.services().projects.create(u"Contract review"_s);
        open.services().projects.create(u"Support tickets"_s);
        open.services().notifications.add(
            u"run_done"_s, {{u"run"_s, u"1"_s}, {u"name"_s, u"clauses-lora8"_s}, {u"step"_s, 5160}, {u"eval_loss"_s, 0.831}});
        open.services().notifications.add(u"run_failed"_s,
                                          {{u"run"_s, u"2"_s}, {u"name"_s, u"reviews-lora32"_s}, {u"error"_s, u"the disk was full"_s}});
        open.services().jobs.start({.title = u"Import clauses.csv"_s, .work = [](const jobs::JobContext& job) -> Status {
                                        for (int i = 0; !job.stop.stopRequested(); ++i) {
                                            job.progress({std::min(i, 640), 1000, "reading"});
                                            std::this_thread::sleep_for(std::chrono::milliseconds(25));
                                        }
                                        return fail("stopped", "stopped");
                                    }});
        open.services().jobs.start({.title = u"Export reviews-lora16"_s, .work = [](const jobs::JobContext&) -> Status {
                                        return fail("disk_full", "the disk was full after 3.1 GiB", "");
                                    }});
        test::press(window, Qt::Key_K, Qt::ControlModifier);
        verify(test::shoot(open, u"palette"_s));
        test::type(window, u"sh"_s);
        verify(test::shoot(open, u"palette-typed"_s));
        test::press(window, Qt::Key_Escape);
        test::press(window, Qt::Key_J, Qt::ControlModifier);
        verify(test::shoot(open, u"jobs"_s));
        test::press(window, Qt::Key_Escape);
        test::click(*window.findChild<QWidget*>(u"bell"_s));
        verify(test::shoot(open, u"notifications"_s));
        test::press(window, Qt::Key_Escape);
        test::click(*window.findChild<QWidget*>(u"project"_s));
        verify(test::shoot(open, u"projects"_s));
        test::press(window, Qt::Key_Escape);
        test::press(window, Qt::Key_F1);
        verify(test::shoot(open, u"shortcuts"_s));
        test::press(window, Qt::Key_Escape);
        window.ask(
            {u"Delete contracts-lora16?"_s,
             u"This frees 1.9 GiB. Made from it: contracts-lora16-again. It stays, but cannot be resumed or made again."_s, u"Delete"_s},
            [] {});
        verify(test::shoot(open, u"question"_s));
    }

private:
    std::unique_ptr<test::TemporaryHome> home_;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::ShellShotsTest)
#include "shell_shots_test.moc"
