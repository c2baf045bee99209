#include <QBoxLayout>

#include "widgets/charts/pages.h"
#include "widgets/charts/samples.h"

using namespace Qt::StringLiterals;

namespace anneal::test {
namespace {

using namespace charts;

constexpr std::int64_t kNow = 1004;

Chart* smallChart(const QString& title, Unit unit) {
    auto* chart = new Chart({.title = title, .unit = std::move(unit), .size = Chart::Size::small});
    chart->setInterval(130);
    chart->setValueEnds(0, {});
    return chart;
}

template <class Value>
std::shared_ptr<Series> seriesOf(const QString& name, std::int64_t from, std::int64_t to, std::int64_t every, Value value) {
    auto series = std::make_shared<Series>(name, kBegan);
    for (std::int64_t step = from; step <= to; step += every) series->append(placeOf(step), value(double(step)));
    return series;
}

double rateAt(double step) { return step < 47 ? 2e-4 * step / 47 : 1e-4 * (1 + std::cos(M_PI * (step - 47) / double(kLastStep - 47))); }

}  // namespace

QWidget* makeRunPage() {
    auto* page = new QWidget;
    page->setFixedSize(1040, 540);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);

    auto* loss = new Chart({.title = u"Loss"_s, .tools = {true, true, true, true, true}});
    loss->addLine(trainLoss(kNow), {.number = 0, .smooths = true});
    const auto eval = loss->addLine(evalLoss(kNow), {.number = 1, .markers = true});
    loss->setSmoothing(0.9);
    loss->setEnd(placeOf(kLastStep));
    loss->setInterval(130);
    loss->setBest(eval, 910);
    loss->setNotes({{910, u"Best so far · checkpoint kept"_s}});
    loss->setObjectName(u"loss"_s);
    column->addWidget(onCard(loss, 16), 5);

    auto* rate = smallChart(u"Learning rate"_s, {.kind = Unit::Kind::rate});
    rate->addLine(seriesOf(u"Learning rate"_s, 0, kNow, 1, rateAt), {.number = 0});
    rate->addLine(seriesOf(u"Planned"_s, 0, kLastStep, 10, rateAt), {.number = 0, .planned = true});

    auto* norm = smallChart(u"Gradient norm"_s, {.digits = 2});
    norm->addLine(seriesOf(u"Gradient norm"_s, 1, kNow, 2,
                           [](double step) {
                               const double spike = noise(std::int64_t(step) * 3) > 0.985 ? 0.45 : 0;
                               return 0.41 + 1.4 * std::exp(-step / 40) + 0.07 * noise(std::int64_t(step)) + spike;
                           }),
                  {.number = 2});
    norm->setReferences({{1.0, u"clip 1.0"_s}});
    norm->setValueEnds(0, 2);
    norm->setEnd(placeOf(kLastStep));

    auto* throughput = smallChart(u"Throughput"_s, {.kind = Unit::Kind::count, .name = u"tokens/s"_s});
    throughput->addLine(seriesOf(u"Throughput"_s, 1, kNow, 3,
                                 [](double step) {
                                     const double dip = std::fmod(step, 130) < 5 ? 900 : 0;
                                     return 10'720 - 4'300 * std::exp(-step / 6) - dip + 60 * noise(std::int64_t(step));
                                 }),
                        {.number = 0, .filled = true});
    throughput->setValueEnds(0, 13'000);
    throughput->setEnd(placeOf(kLastStep));

    auto* memory = smallChart(u"Memory, GPU 1"_s, {.digits = 1, .name = u"GiB"_s});
    memory->addLine(seriesOf(u"Memory"_s, 1, kNow, 1, [](double step) { return 22.4 - 4.6 * std::exp(-step / 3); }),
                    {.number = 0, .filled = true});
    memory->setReferences({{48, {}, Reference::Kind::capacity}, {22.7, u"forecast 22.7"_s}});
    memory->setValueEnds(0, 52);
    memory->setEnd(placeOf(kLastStep));

    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    for (auto* chart : {rate, norm, throughput, memory}) {
        chart->shareZoom(*loss);
        row->addWidget(onCard(chart, 12), 1);
    }
    column->addLayout(row, 2);
    return page;
}

}  // namespace anneal::test
