#include <QGridLayout>

#include "charts/bar_chart.h"
#include "charts/heat_map.h"
#include "controls/label.h"
#include "widgets/charts/pages.h"
#include "widgets/charts/samples.h"

using namespace Qt::StringLiterals;

namespace anneal::test {
namespace {

using namespace charts;

BarChart* lengths() {
    auto* chart = new BarChart(u"Tokens in a sample"_s);
    Bars bars{.unit = {.kind = Unit::Kind::count, .name = u"tokens"_s}, .counted = u"rows"_s};
    for (int bin = 0; bin <= 40; ++bin) bars.edges.push_back(bin * 64);
    for (int bin = 0; bin < 40; ++bin)
        bars.counts.push_back(std::round(5200 * std::exp(-std::pow((bin - 9) / 7.0, 2)) + 900 * std::exp(-bin / 14.0)));
    chart->setBars(bars);
    chart->setMarks({{182 * 3, u"median 546"_s}, {2048, u"cutoff 2,048"_s}});
    chart->setCurrent(9);
    return chart;
}

BarChart* classes() {
    auto* chart = new BarChart(u"Jurisdiction"_s);
    chart->setBars(
        {.counts = {12'043, 9'911, 7'004, 4'120, 2'210, 911, 214, 3},
         .names = {u"England"_s, u"Delaware"_s, u"New York"_s, u"California"_s, u"Ireland"_s, u"PRC"_s, u"Singapore"_s, u"Unknown"_s},
         .counted = u"rows"_s});
    return chart;
}

QWidget* withTitle(const QString& title, QWidget* widget) {
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    auto* label = new controls::Label(title);
    label->setTextStyle(theme::TextStyle::body, theme::Weight::semibold);
    column->addWidget(label);
    column->addWidget(widget, 1);
    return whole;
}

HeatMap* confusion() {
    auto* map = new HeatMap(u"Confusion of risk"_s);
    map->setMatrix({{u"low"_s, u"medium"_s, u"high"_s},
                    {u"low"_s, u"medium"_s, u"high"_s},
                    u"Actual"_s,
                    u"Predicted"_s,
                    {{1204, 88, 3}, {64, 702, 41}, {0, 57, 388}},
                    true});
    return map;
}

HeatMap* manyClasses() {
    auto* map = new HeatMap(u"Confusion of clause types"_s);
    Matrix matrix{.rowTitle = u"Actual"_s, .columnTitle = u"Predicted"_s, .diagonal = true};
    for (int i = 0; i < 24; ++i) {
        matrix.rows << u"clause type %1"_s.arg(i + 1);
        matrix.counts.emplace_back();
        for (int k = 0; k < 24; ++k)
            matrix.counts.back().push_back(i == k ? 60 + 40 * noise(i) : std::max(0.0, std::round(14 * noise(i * 31 + k) - 7)));
    }
    matrix.columns = matrix.rows;
    map->setMatrix(matrix);
    return map;
}

}  // namespace

QWidget* makeCountsPage() {
    auto* page = new QWidget;
    page->setFixedSize(1120, 760);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(16, 16, 16, 16);
    grid->setSpacing(12);
    grid->addWidget(onCard(lengths(), 16), 0, 0);
    grid->addWidget(onCard(classes(), 16), 0, 1);
    grid->addWidget(onCard(withTitle(u"Risk"_s, confusion()), 16), 1, 0);
    grid->addWidget(onCard(withTitle(u"Clause type"_s, manyClasses()), 16), 1, 1);
    grid->setRowStretch(0, 2);
    grid->setRowStretch(1, 3);
    return page;
}

}  // namespace anneal::test
