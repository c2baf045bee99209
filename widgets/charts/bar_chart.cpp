#include "charts/bar_chart.h"

#include <QBoxLayout>

#include "charts/parts/accessible_plot.h"
#include "charts/parts/header.h"
#include "charts/plot/bar_plot.h"

namespace anneal::charts {

BarChart::BarChart(const QString& title, QWidget* parent) : QWidget(parent), header_(new Header(title, {})), plot_(new BarPlot) {
    describePlots();
    plot_->setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(plot_, 1);
    connect(plot_, &BarPlot::currentChanged, this, [this](int bar) {
        header_->setLatest({}, plot_->reading());
        Q_EMIT currentChanged(bar);
    });
    connect(plot_, &BarPlot::opened, this, &BarChart::opened);
}

void BarChart::setBars(Bars bars) { plot_->setBars(std::move(bars)); }
void BarChart::setMarks(std::vector<BarMark> marks) { plot_->setMarks(std::move(marks)); }
int BarChart::current() const { return plot_->current(); }
void BarChart::setCurrent(int bar) { plot_->setCurrent(bar); }
QString BarChart::reading() const { return plot_->reading(); }

}  // namespace anneal::charts
