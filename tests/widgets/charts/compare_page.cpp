#include <QBoxLayout>

#include "widgets/charts/pages.h"
#include "widgets/charts/samples.h"

using namespace Qt::StringLiterals;

namespace anneal::test {

QWidget* makeComparePage() {
    using namespace charts;
    auto* page = new QWidget;
    page->setFixedSize(1112, 404);
    auto* chart = new Chart({.title = u"Eval loss"_s, .tools = {.axis = true, .scale = true, .enlarge = true}});
    chart->setObjectName(u"loss"_s);
    const auto add = [&](const QString& name, std::size_t number, std::int64_t to, double above) {
        return chart->addLine(evalLoss(to, above, name, kBegan + double(number) * 1000), {.number = number, .markers = true});
    };
    chart->setBaseline(add(u"lora16"_s, 0, 910, 0.045));
    add(u"qlora16"_s, 1, kLastStep, 0.06);
    add(u"lora8"_s, 2, kLastStep, 0.075);
    auto tooFast = std::make_shared<Series>(u"lora16-lr1e-3"_s, kBegan + 3000);
    for (std::int64_t step = 0; step <= 780; step += 130)
        tooFast->append(placeOf(step), lossAt(double(step)) - 0.1 + 0.25 * std::pow(double(step) / 780, 2));
    chart->setEnded(chart->addLine(tooFast, {.number = 3, .markers = true}), true);
    chart->setInterval(130);
    chart->setValueEnds(0.75, 1.25);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(onCard(chart, 16));
    return page;
}

}  // namespace anneal::test
