#include <QBoxLayout>
#include <QGridLayout>

#include "controls/face.h"
#include "widgets/charts/pages.h"
#include "widgets/charts/samples.h"

using namespace Qt::StringLiterals;

namespace anneal::test {
namespace {

using namespace charts;

QWidget* gridOf(const QSize& size, std::initializer_list<QWidget*> charts, int columns) {
    auto* page = new QWidget;
    page->setFixedSize(size);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(16, 16, 16, 16);
    grid->setSpacing(12);
    int i = 0;
    for (auto* chart : charts) {
        grid->addWidget(onCard(chart, 16), i / columns, i % columns);
        ++i;
    }
    return page;
}

Chart* withLegendBelow() {
    auto* chart = new Chart({.title = u"contracts-lora16"_s, .legend = Chart::LegendPlace::below});
    chart->addLine(trainLoss(1004), {.number = 0, .smooths = true});
    chart->addLine(evalLoss(1004), {.number = 1, .markers = true});
    chart->setSmoothing(0.95);
    chart->setEnd(placeOf(kLastStep));
    chart->setInterval(130);
    return chart;
}

Chart* onLogAxis() {
    auto* chart = new Chart({.title = u"KL"_s, .tools = {.scale = true}});
    auto kl = std::make_shared<Series>(u"Policy"_s, kBegan);
    for (std::int64_t step = 0; step < kLastStep; step += 3)
        kl->append(placeOf(step), step % 141 == 0 ? 0 : 3e-4 * std::exp(double(step) / 260) * (1 + 0.6 * noise(step)));
    chart->addLine(kl, {.number = 4, .smooths = true});
    chart->setScale(Scale::log);
    return chart;
}

Chart* zoomed() {
    auto* chart = new Chart({.title = u"Loss"_s});
    chart->addLine(trainLoss(1004, 1), {.number = 0, .smooths = true});
    chart->setSmoothing(0.9);
    chart->setLive(true);
    chart->showRange({600, 760});
    return chart;
}

Chart* overTime() {
    auto* chart = new Chart({.title = u"Loss"_s, .tools = {.axis = true}});
    chart->addLine(trainLoss(kLastStep), {.number = 0});
    auto gappy = std::make_shared<Series>(u"With a gap"_s, kBegan);
    for (std::int64_t step = 0; step <= kLastStep; step += 6)
        gappy->append(placeOf(step), step > 700 && step < 900 ? NAN : lossAt(double(step)) + 0.25 + 0.02 * noise(step));
    chart->addLine(gappy, {.number = 1});
    chart->setAxis(XAxis::time);
    return chart;
}

Chart* manyRuns() {
    auto* chart = new Chart({.title = u"Eval loss"_s, .tools = {.axis = true, .exports = true}});
    for (std::size_t run = 0; run < 12; ++run)
        chart->addLine(evalLoss(kLastStep, 0.045 + 0.03 * double(run), u"run-%1"_s.arg(run + 1), kBegan + double(run)), {.number = run});
    chart->setShown(3, false);
    chart->choose(8);
    chart->setAxis(XAxis::tokens);
    return chart;
}

Chart* noisyRuns() {
    auto* chart = new Chart({.title = u"Gradient norm"_s, .unit = {.digits = 2}});
    for (std::size_t run = 0; run < 3; ++run) {
        auto norm = std::make_shared<Series>(u"seed %1"_s.arg(run + 1), kBegan + double(run));
        for (std::int64_t step = 0; step < 40'000; ++step)
            norm->append(placeOf(step),
                         0.4 + 0.3 * double(run) + std::exp(-double(step) / 4000) + 0.2 * noise(step * 3 + std::int64_t(run)));
        chart->addLine(norm, {.number = run, .smooths = true});
    }
    chart->setSmoothing(0.99);
    chart->setReferences({{1.0, u"clip 1.0"_s}});
    return chart;
}

}  // namespace

QWidget* makeKindsPage() { return gridOf({1240, 900}, {withLegendBelow(), onLogAxis(), zoomed(), overTime(), manyRuns(), noisyRuns()}, 2); }

QWidget* makeFacesPage() {
    auto* empty = new Chart({.title = u"Loss"_s});
    auto* small = new Chart({.title = u"Gradient norm"_s, .size = Chart::Size::small});
    small->addLine(std::make_shared<Series>(u"Gradient norm"_s), {});
    auto* busy = new Chart({.title = u"Loss"_s});
    auto* reading = controls::Face::busy(u"Reading 12 runs"_s);
    reading->setProgress(0.4, u"5 of 12, 3 s left"_s);
    busy->showFace(reading);
    auto* stopped = new Chart({.title = u"Loss"_s});
    stopped->showFace(controls::Face::error(u"The run's numbers cannot be read"_s,
                                            u"run.db is damaged. Its log and checkpoints are whole."_s, u"details"_s));
    return gridOf({1000, 520}, {empty, small, busy, stopped}, 2);
}

}  // namespace anneal::test
