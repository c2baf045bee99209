// Runs that live while one looks: rows on the screen in time, commands that are obeyed, memory that stays.

#include <QAction>
#include <QElapsedTimer>

#include "charts/chart.h"
#include "controls/number_field.h"
#include "controls/table.h"
#include "runs/run_recorder.h"
#include "runs/supervisor.h"
#include "runs/supervisor_record.h"
#include "system/gauges.h"
#include "widgets/window/watchdog.h"
#include "widgets/window/window_fixture.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using runs::RunState;
using test::click;
using test::comes;
using test::findShown;
using test::press;

constexpr int kStartMs = 15'000;

/// When each point of a chart was first painted.
class Painted : public QObject {
public:
    explicit Painted(charts::Chart& chart) : chart_(chart) {
        for (auto* widget : chart.findChildren<QWidget*>())
            if (widget->inherits("QCustomPlot")) widget->installEventFilter(this);
    }
    double at(std::size_t points) const { return points <= times_.size() ? times_[points - 1] : 0; }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Paint || chart_.scene().lines.empty()) return false;
        const auto size = chart_.scene().lines.front().series->size();
        while (times_.size() < size) times_.push_back(runs::unixNow());
        return false;
    }

private:
    charts::Chart& chart_;
    std::vector<double> times_;
};

class RunsLiveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::TemporaryHome>();
        home_->importRows("clauses", 20);
    }
    void cleanup() {
        for (const auto& directory : started_) {
            (void)runs::requestStop(directory);
            for (int i = 0; i < 100 && runs::isLive(directory); ++i) QTest::qWait(50);
        }
        started_.clear();
        open_.reset();
        home_.reset();
    }

    void a_row_is_on_the_screen_within_a_quarter_of_a_second() {
        const auto directory = home_->writeRun({.name = "live", .state = RunState::running, .steps = 50, .totalSteps = 1000});
        open();
        show(u"live"_s);
        auto& chart = lossChart();
        QVERIFY(comes([&] { return !chart.scene().lines.empty() && chart.scene().lines.front().series->size() == 10; }));
        Painted painted(chart);
        QTest::qWait(500);
        auto recorder = runs::RunRecorder::open(directory).value();
        std::vector<std::pair<std::size_t, double>> written;
        for (int i = 1; i <= 30; ++i) {
            QVERIFY(recorder.metric({.step = 50 + i, .loss = 1.0}));
            written.emplace_back(10 + i, runs::unixNow());
            QTest::qWait(173);
        }
        QVERIFY(comes([&] { return painted.at(40) > 0; }));
        std::vector<double> waits;
        for (const auto& [points, time] : written) waits.push_back((painted.at(points) - time) * 1000);
        std::ranges::sort(waits);
        qInfo("a row is painted after %.0f ms in the middle, %.0f ms at most", waits[waits.size() / 2], waits.back());
        QVERIFY(waits[waits.size() / 2] < 250);
        QVERIFY(waits[waits.size() * 9 / 10] < 400);
    }

    void a_hundred_thousand_live_points_take_what_they_are_and_no_more() {
        const auto directory = home_->writeRun({.name = "long", .state = RunState::running, .steps = 50, .totalSteps = 200'000});
        open();
        show(u"long"_s);
        auto& chart = lossChart();
        QVERIFY(comes([&] { return !chart.scene().lines.empty() && chart.scene().lines.front().series->size() == 10; }));
        QTest::qWait(1000);
        auto recorder = std::make_shared<runs::RunRecorder>(runs::RunRecorder::open(directory).value());
        const auto resident = [] { return double(system::GaugeReader().read().processResidentBytes) / (1 << 20); };
        const double before = resident();
        test::Watchdog watchdog;
        std::atomic<bool> done = false;
        std::thread writer([&] {
            for (int i = 1; i <= 100'000; ++i) {
                runs::Metric row{.step = 50 + i, .loss = 1.0 + std::sin(i) / 10};
                row.learningRate = 1e-4;
                row.gradNorm = 0.4;
                row.tokensPerSecond = 1000;
                (void)recorder->metric(row);
            }
            done = true;
        });
        QVERIFY(QTest::qWaitFor([&] { return done && chart.scene().lines.front().series->size() == 100'010; }, 200'000));
        writer.join();
        QTest::qWait(500);
        const auto wait = watchdog.longestWait();
        const double grown = resident() - before;
        qInfo("100,000 points grew the window by %.0f MiB; the longest wait was %d ms", grown, int(wait.count()));
        QVERIFY(grown < 128);
    }

    void a_run_from_the_command_line_appears_by_itself_and_obeys_the_page() {
        open();
        QVERIFY(findShown(*page_, u"No runs yet"_s, "QLabel"));
        const auto directory = start("steps=100000 step_ms=4", "cli");
        QVERIFY(comes([this] { return !idOf(u"cli"_s).isEmpty() && findState(u"cli"_s) == RunState::running; }));
        show(u"cli"_s);
        QVERIFY(comes([this] { return lossChart().scene().lines.front().series->size() > 5; }));

        click(*page_, u"Pause"_s);
        QVERIFY(comes([this] { return findState(u"cli"_s) == RunState::paused; }));
        QVERIFY(comes([this] { return shows(u"Continue"_s); }));
        QVERIFY(!shows(u"Pause"_s));
        click(*page_, u"Continue"_s);
        QVERIFY(comes([this] { return findState(u"cli"_s) == RunState::running && shows(u"Pause"_s); }));

        click(*page_, u"Checkpoint now"_s);
        QVERIFY(comes([&] { return !directory.checkpointList().empty(); }));

        page_->findChild<QAction*>(u"runs.rate"_s)->trigger();
        auto* rate = page_->findChild<controls::RateField*>();
        QVERIFY(rate && rate->isVisible());
        rate->selectAll();
        test::type(open_->window(), u"7"_s);
        QVERIFY(!findShown(*page_, u"Set"_s, "QPushButton")->isEnabled());
        rate->selectAll();
        test::type(open_->window(), u"3e-5"_s);
        press(open_->window(), Qt::Key_Return);
        QVERIFY(comes([&] {
            const auto events = runs::RunReader::open(directory)->events();
            return events && std::ranges::any_of(*events, [](const auto& event) {
                       return event.kind == "command" && std::abs(event.data.value("learning_rate", 0.0) - 3e-5) < 1e-12;
                   });
        }));
        QVERIFY(!rate->isVisible());

        click(*page_, u"Stop"_s);
        QVERIFY(runs::isLive(directory));
        auto* sure = findShown(open_->window(), u"Stop"_s, "QPushButton");
        for (auto* button : open_->window().findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == u"Stop"_s && !page_->isAncestorOf(button)) sure = button;
        click(*sure);
        QVERIFY(QTest::qWaitFor([this] { return findState(u"cli"_s) == RunState::stopped; }, kStartMs));
        QVERIFY(comes([this] { return shows(u"Resume"_s); }));
        QVERIFY(!shows(u"Stop"_s));
    }

    void closing_the_window_leaves_runs_alive_and_shows_them_again() {
        const auto directory = start("steps=100000 step_ms=4", "stays");
        open();
        show(u"stays"_s);
        QVERIFY(comes([this] { return findState(u"stays"_s) == RunState::running; }));
        open_.reset();
        QTest::qWait(200);
        QVERIFY(runs::isLive(directory));
        open();
        QVERIFY(comes([this] { return page_->place() == idOf(u"stays"_s) && shows(u"Pause"_s); }));
    }

    void two_hundred_runs_are_quick() {
        for (int i = 0; i < 200; ++i)
            home_->writeRun(
                {.name = "run-" + std::to_string(i), .state = i % 5 ? RunState::done : RunState::stopped, .steps = 20, .totalSteps = 20});
        QElapsedTimer clock;
        clock.start();
        open();
        auto* table = qobject_cast<controls::Table*>(findShown(*page_, u"Runs"_s, "anneal::controls::Table"));
        QVERIFY(comes([&] { return table->model()->rowCount() == 200; }));
        qInfo("the window with 200 runs listed after %lld ms", clock.elapsed());
        test::Watchdog watchdog;
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            table->sortByColumn(column, column % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
            QTest::qWait(20);
        }
        press(*page_, Qt::Key_F, Qt::ControlModifier);
        test::type(open_->window(), u"run-19"_s);
        QVERIFY(comes([&] { return table->model()->rowCount() == 11; }));
        const auto wait = watchdog.longestWait();
        qInfo("sorting and filtering 200 runs: the longest wait was %d ms", int(wait.count()));
        QVERIFY(wait < std::chrono::milliseconds(250));
    }

private:
    void open() {
        open_ = std::make_unique<test::OpenWindow>();
        open_->services().supervisor = FAKE_ENGINE;
        page_ = &open_->page(u"runs"_s);
    }
    runs::RunDirectory start(const char* behaviour, const std::string& name) {
        qputenv("FAKE_ENGINE", behaviour);
        const auto directory = home_->writeRun({.name = name, .state = RunState::queued});
        if (const auto started = runs::startSupervisor(directory, FAKE_ENGINE); !started) qFatal("%s", started.error().message.c_str());
        started_.push_back(directory);
        return directory;
    }
    void show(const QString& name) {
        QVERIFY(QTest::qWaitFor([&] { return !idOf(name).isEmpty(); }, kStartMs));
        page_->goTo(idOf(name));
    }
    charts::Chart& lossChart() {
        for (auto* chart : page_->findChildren<charts::Chart*>())
            if (chart->isVisible() && chart->scene().title == u"Loss"_s) return *chart;
        qFatal("no loss chart is shown");
    }
    bool shows(const QString& text) {
        const auto buttons = page_->findChildren<QPushButton*>();
        return std::ranges::any_of(buttons, [&](auto* button) { return button->isVisible() && button->text() == text; });
    }
    const runs::RunOverview* find(const QString& name) {
        for (const auto& run : open_->services().runs.all())
            if (run.name == name.toStdString()) return &run;
        return nullptr;
    }
    QString idOf(const QString& name) { return find(name) ? QString::fromStdString(find(name)->status.id) : QString(); }
    std::optional<RunState> findState(const QString& name) { return find(name) ? std::optional(find(name)->status.state) : std::nullopt; }

    std::unique_ptr<test::TemporaryHome> home_;
    std::unique_ptr<test::OpenWindow> open_;
    std::vector<runs::RunDirectory> started_;
    pages::Page* page_ = nullptr;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::RunsLiveTest)
#include "live_test.moc"
