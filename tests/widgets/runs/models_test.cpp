// What the page of runs shows, below its painting.

#include <QAbstractItemModelTester>
#include <QtTest>

#include "pages/runs/compare_results.h"
#include "pages/runs/log_model.h"
#include "pages/runs/run_acts.h"
#include "pages/runs/run_curves.h"
#include "pages/runs/run_list_model.h"
#include "pages/runs/setting_words.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using pages::CompareFilter;
using pages::CompareTable;
using pages::LogModel;
using pages::RunCurves;
using pages::RunFilter;
using pages::TickTable;
using runs::RunState;

constexpr double kBegan = 1'700'000'000;

QString plainName(RunCurves::Curve) { return u"a"_s; }

runs::Metric row(std::int64_t step, std::optional<double> loss, std::optional<double> eval = {}) {
    runs::Metric metric{.step = step, .loss = loss, .evalLoss = eval, .time = kBegan + double(step)};
    metric.learningRate = 1e-4;
    metric.tokensPerSecond = 100;
    return metric;
}

runs::RunOverview run(const std::string& id, RunState state, const std::string& name = "") {
    runs::RunOverview overview;
    overview.status.id = id;
    overview.status.state = state;
    overview.status.created = overview.status.started = kBegan + double(id.size());
    overview.name = name.empty() ? id : name;
    overview.spec.modelNameOrPath = "/models/base-7b";
    overview.spec.dataset = {"/data/clauses"};
    overview.spec.learningRate = 2e-4;
    overview.spec.loraAlpha = 32;
    return overview;
}

class RunModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void curves_take_a_row_once_and_its_evaluation_later() {
        RunCurves curves(plainName, kBegan);
        curves.take(std::vector{row(5, 2.0), row(10, 1.8)});
        curves.take(std::vector{row(10, 1.8, 1.9), row(15, 1.7)});
        QCOMPARE(curves.series(RunCurves::train)->size(), std::size_t(3));
        QCOMPARE(curves.series(RunCurves::eval)->size(), std::size_t(1));
        QCOMPARE(curves.bestStep(), std::optional<std::int64_t>(10));
        QCOMPARE(curves.last().step, 15);
        QCOMPARE(curves.last().seconds, 15.0);
    }

    void tokens_are_told_from_throughput_until_the_plan_counts_them() {
        RunCurves curves(plainName, kBegan);
        curves.take(std::vector{row(1, 2.0), row(2, 1.9)});
        QCOMPARE(curves.last().tokens, 200);
        const int before = curves.generation();
        curves.setPlan(std::make_shared<pages::RunPlan>(pages::RunPlan{.tokens = {70, 150, 240}}));
        QVERIFY(curves.generation() > before);
        QCOMPARE(curves.series(RunCurves::train)->place(1).tokens, 150);
        curves.take(std::vector{row(3, 1.8)});
        QCOMPARE(curves.series(RunCurves::train)->place(2).tokens, 240);
    }

    void another_life_begins_with_empty_curves() {
        RunCurves curves(plainName, kBegan);
        curves.take(std::vector{row(5, 2.0), row(10, 1.8)});
        curves.clear(kBegan + 100);
        QVERIFY(curves.series(RunCurves::train)->empty());
        auto later = row(5, 2.5);
        later.time += 200;
        curves.take(std::vector{later});
        QCOMPARE(curves.series(RunCurves::train)->place(0).seconds, 105.0);
    }

    void a_step_is_found_by_its_time() {
        RunCurves curves(plainName, kBegan);
        curves.take(std::vector{row(5, 2.0), row(10, 1.8), row(15, 1.7)});
        QCOMPARE(curves.stepAt(kBegan + 1), 0);
        QCOMPARE(curves.stepAt(kBegan + 12), 10);
        QCOMPARE(curves.stepAt(kBegan + 99), 15);
    }

    void the_log_is_in_the_order_of_time_whoever_comes_first() {
        LogModel log;
        QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        log.addRows(std::vector{row(5, 2.0), row(10, 1.8, 1.9), row(15, 1.7)});
        log.addEvents({{1, kBegan + 7, "checkpoint", "checkpoint of step 5", Json{{"step", 5}}},
                       {2, kBegan + 99, "warning", "a row was left out", {}}});
        log.addRows(std::vector{row(15, 1.7, 1.75), row(20, 1.6)});
        QStringList words;
        for (int i = 0; i < log.rowCount(); ++i) words << LogModel::word(LogModel::Level(log.index(i).data(LogModel::level).toInt()));
        QCOMPARE(words, (QStringList{u"step"_s, u"save"_s, u"step"_s, u"eval"_s, u"step"_s, u"eval"_s, u"step"_s, u"warn"_s}));
        QCOMPARE(log.count(LogModel::Level::eval), 2);
        QCOMPARE(log.count(LogModel::Level::warning), 1);
        QVERIFY(log.line(0).contains(u"loss 2.0000"_s) && log.line(0).contains(u"100 tokens/s"_s));
    }

    void a_bad_end_is_the_last_line_of_the_log_once() {
        LogModel log;
        log.addRows(std::vector{row(5, 2.0)});
        const Error error{"disk_full", "the disk was full", "free some space"};
        log.setEnd(error, kBegan + 9);
        log.setEnd(error, kBegan + 9);
        QCOMPARE(log.count(LogModel::Level::error), 1);
        QVERIFY(log.line(log.rowCount() - 1).contains(u"the disk was full; free some space"_s));
    }

    void runs_are_found_by_words_state_and_shelf() {
        TickTable table;
        RunFilter filter(table);
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester over(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto aside = run("d", RunState::done, "old");
        aside.archived = true;
        table.setRuns({run("a", RunState::running, "clauses-one"), run("b", RunState::done, "reviews"),
                       run("c", RunState::failed, "clauses-two"), aside});
        QCOMPARE(filter.rowCount(), 3);
        filter.setText(u"CLAUSES lora"_s);
        QCOMPARE(filter.rowCount(), 3);  // the data set is called so too
        filter.setText(u"clauses-two"_s);
        QCOMPARE(filter.rowCount(), 1);
        filter.setText({});
        filter.setStates(RunFilter::States::live);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.countOf(RunFilter::States::ended), 1);
        filter.setStates(RunFilter::States::all);
        filter.setArchived(true);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, TickTable::name).data().toString(), u"old"_s);
    }

    void columns_sort_by_what_they_mean() {
        TickTable table;
        RunFilter filter(table);
        auto slow = run("a", RunState::done), best = run("b", RunState::done), none = run("c", RunState::done);
        slow.bestEvalLoss = 10.5;
        best.bestEvalLoss = 9.25;
        table.setRuns({none, slow, best});
        filter.sort(TickTable::best);
        QCOMPARE(filter.index(0, TickTable::best).data(TickTable::runId).toString(), u"b"_s);
        QCOMPARE(filter.index(2, TickTable::best).data(TickTable::runId).toString(), u"c"_s);
    }

    void ticks_stay_with_their_runs_as_rows_come_and_go() {
        TickTable table;
        table.setRuns({run("a", RunState::done), run("b", RunState::done)});
        QSignalSpy ticked(&table, &TickTable::tickedChanged);
        QVERIFY(table.setData(table.index(1, TickTable::name), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(table.setData(table.index(0, TickTable::name), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(table.ticked(), (QStringList{u"b"_s, u"a"_s}));
        table.setRuns({run("new", RunState::running), run("a", RunState::done), run("b", RunState::done)});
        QCOMPARE(table.index(2, TickTable::name).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(table.index(0, TickTable::name).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QCOMPARE(ticked.size(), 2);
    }

    void a_state_allows_what_makes_sense_in_it_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<QList<int>>("allowed");
        using pages::RunAct;
        const auto row = [](const char* name, RunState state, std::initializer_list<RunAct> acts) {
            QList<int> allowed;
            for (const auto act : acts) allowed << int(act);
            QTest::newRow(name) << int(state) << allowed;
        };
        row("queued", RunState::queued, {RunAct::stop, RunAct::rename});
        row("running", RunState::running, {RunAct::stop, RunAct::pause, RunAct::checkpoint, RunAct::setRate, RunAct::rename});
        row("paused", RunState::paused, {RunAct::stop, RunAct::goOn, RunAct::checkpoint, RunAct::setRate, RunAct::rename});
        row("done", RunState::done, {RunAct::archive, RunAct::rename, RunAct::remove});
        row("failed", RunState::failed, {RunAct::resume, RunAct::archive, RunAct::rename, RunAct::remove});
        row("lost", RunState::lost, {RunAct::resume, RunAct::archive, RunAct::rename, RunAct::remove});
    }
    void a_state_allows_what_makes_sense_in_it() {
        QFETCH(int, state);
        QFETCH(QList<int>, allowed);
        const auto overview = run("a", RunState(state));
        for (int act = 0; act <= int(pages::RunAct::remove); ++act)
            QVERIFY2(pages::offers(overview, pages::RunAct(act)) == allowed.contains(act), qPrintable(QString::number(act)));
    }

    void settings_that_differ_from_the_first_are_marked() {
        auto one = run("a", RunState::done).spec, two = one;
        two.loraRank = 8;
        two.outputDir = "/elsewhere";
        CompareTable table;
        CompareFilter filter(table);
        QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.set({{.name = u"a"_s}, {.name = u"b"_s}}, CompareTable::settingRows({one, two}));
        QCOMPARE(table.differing(), 1);
        filter.setDifferingOnly(true);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), u"LoRA rank"_s);
        QVERIFY(!filter.index(0, 1).data(CompareTable::cellRole).value<CompareTable::Cell>().differs);
        QVERIFY(filter.index(0, 2).data(CompareTable::cellRole).value<CompareTable::Cell>().differs);
        filter.setDifferingOnly(false);
        filter.setText(u"warmup_ratio"_s);
        QCOMPARE(filter.rowCount(), 1);
    }

    void a_run_with_default_settings_differs_from_them_in_nothing() {
        auto given = OrderedJson::object();
        given["model_name_or_path"] = "/models/base-7b";
        given["dataset"] = "/data/clauses";
        given["finetuning_type"] = "lora";
        given["stage"] = "sft";
        const auto spec = runs::RunSpec::fromJson(given);
        QVERIFY(spec.has_value());
        CompareTable table;
        table.set({{}, {}}, CompareTable::settingRows({CompareTable::defaultsFor(*spec), *spec}));
        QCOMPARE(table.differing(), 0);
    }

    void values_read_as_people_write_them() {
        QCOMPARE(pages::settingValue("learning_rate", 2e-4), u"2e-4"_s);
        QCOMPARE(pages::settingValue("model_name_or_path", "/models/base-7b"), u"base-7b"_s);
        QCOMPARE(pages::settingValue("lora_target", OrderedJson::array({"q", "v"})), u"q, v"_s);
        QCOMPARE(pages::settingValue("max_samples", nullptr), u"–"_s);
        QCOMPARE(pages::settingValue("cutoff_len", 2048), u"2,048"_s);
    }

    void the_best_result_of_each_kind_is_marked_and_told() {
        RunCurves one(plainName, kBegan), two(plainName, kBegan);
        one.take(std::vector{row(10, 1.5, 1.2), row(20, 1.4, 1.0)});
        two.take(std::vector{row(10, 1.5, 1.1), row(20, 1.4, 1.05), row(30, 1.2, 1.3)});
        auto a = run("a", RunState::done, "first"), b = run("b", RunState::done, "second");
        a.bestEvalLoss = 1.0;
        b.bestEvalLoss = 1.05;
        a.peakBytes = 1000;
        b.peakBytes = 610;
        const std::vector<pages::Compared> compared{{a, &one}, {b, &two}};
        QCOMPARE(pages::commonStep(compared), std::optional<std::int64_t>(20));
        const auto rows = pages::resultRows(compared);
        const auto named = [&](const QString& name) { return *std::ranges::find(rows, name, &CompareTable::Row::name); };
        QVERIFY(named(u"Eval loss, best"_s).cells[0].best && !named(u"Eval loss, best"_s).cells[1].best);
        QCOMPARE(named(u"Eval loss at step 20"_s).cells[1].text, u"1.050"_s);
        QVERIFY(named(u"Peak memory"_s).cells[1].best);
        const auto said = pages::inShort(compared);
        QCOMPARE(said.size(), 3);
        QCOMPARE(said[0], u"At step 20, first leads second by 0.050."_s);
        QVERIFY(said[1].startsWith(u"second takes 39"_s));
        QCOMPARE(said[2], u"The eval loss of second turns up after step 20."_s);
    }
};

}  // namespace
}  // namespace anneal

QTEST_MAIN(anneal::RunModelsTest)
#include "models_test.moc"
