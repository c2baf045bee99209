#include "pages/home/recent_runs.h"

#include <QHeaderView>

#include "controls/delegates.h"
#include "controls/sparkline.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/home/stage.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using models::RunTable;

constexpr std::size_t kMost = 8;
constexpr int kWithDevice = 1100;  // the width from which there is room for it
constexpr int kWithModel = 1000;
constexpr std::array kWidths{236, 148, 112, 116, 132, 76, 190, 132};

}  // namespace

RecentRuns::RecentRuns(const Context& context) : Card(0), context_(context), table_(new controls::Table({})) {
    table_->setModel(&model_);
    table_->setItemDelegateForColumn(RunTable::name, new controls::NamedDelegate(RunTable::cell, true, table_));
    table_->setItemDelegateForColumn(RunTable::state, new controls::ChipDelegate(RunTable::cell, table_));
    table_->setItemDelegateForColumn(RunTable::curve, new controls::SparklineDelegate(RunTable::cell, table_));
    table_->setItemDelegateForColumn(RunTable::progress, new controls::ProgressDelegate(RunTable::cell, table_));
    for (int column = 0; column <= RunTable::device; ++column) table_->setColumnWidth(column, kWidths[std::size_t(column)]);
    for (auto policy : {&QAbstractScrollArea::setHorizontalScrollBarPolicy, &QAbstractScrollArea::setVerticalScrollBarPolicy})
        (table_->*policy)(Qt::ScrollBarAlwaysOff);
    context_.services.state.keepColumns(*table_->horizontalHeader(), u"home.runs"_s);
    table_->stretch(RunTable::name);
    for (int column = RunTable::device + 1; column < RunTable::kColumns; ++column) table_->hideColumn(column);
    body().addWidget(table_);
    connect(table_, &controls::Table::opened, this,
            [this](const QModelIndex& index) { context_.host.go(u"runs"_s, index.data(RunTable::runId).toString()); });
    controls::say(*this, [this] {
        table_->setAccessibleName(tr("Recent runs"));
        model_.retranslate();
    });
}

void RecentRuns::refresh() {
    std::vector<runs::RunOverview> shown;
    for (const auto* run : projectRuns(context_.services))
        if (shown.size() < kMost) shown.push_back(*run);
    model_.setRuns(std::move(shown));
    table_->setFixedHeight(theme::px(theme::Size::tableHeader) + model_.rowCount() * theme::px(theme::Size::tableRow));
}

void RecentRuns::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    table_->setColumnHidden(RunTable::device, width() < kWithDevice);
    table_->setColumnHidden(RunTable::baseModel, width() < kWithModel);
}

}  // namespace anneal::pages
