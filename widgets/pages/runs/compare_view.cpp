#include "pages/runs/compare_view.h"

#include <QComboBox>
#include <QFileInfo>
#include <QVBoxLayout>

#include "controls/card.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/switch.h"
#include "controls/table.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "pages/runs/compare_cells.h"
#include "pages/runs/curve_words.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kLeft = 240;
constexpr int kMetric = 148;
constexpr int kNameColumn = 196, kLeastColumn = 132;
constexpr int kLossDigits = 3;
constexpr double kSmoothing = 0.9;
constexpr std::array kMetrics{RunCurves::eval, RunCurves::train, RunCurves::rate, RunCurves::norm, RunCurves::speed};

}  // namespace

CompareView::CompareView(const Context& context)
    : context_(context),
      filter_(tableModel_),
      header_(new controls::PageHeader({})),
      list_(new CompareListView),
      listTitle_(new Label({}, TextStyle::caption, Role::textSecondary)),
      shortTitle_(new Label({})),
      short_(new Label({}, TextStyle::caption, Role::textSecondary)),
      metric_(new QComboBox),
      count_(new Label({}, TextStyle::body, Role::textSecondary)),
      only_(new controls::Switch),
      table_(new controls::Table({}, controls::Table::Rows::compact)) {
    left_ = makeLeft();
    auto* right = new QVBoxLayout;
    right->setSpacing(theme::space(3));
    right->addWidget(makeChartCard(), 4);
    right->addWidget(makeTableCard(), 5);
    auto* halves = new QHBoxLayout;
    halves->setContentsMargins(0, 0, 0, theme::space(6));
    halves->setSpacing(theme::space(4));
    halves->addWidget(left_);
    halves->addLayout(right, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(4));
    column->addWidget(header_);
    column->addLayout(halves, 1);
    soon_.setSingleShot(true);
    soon_.setInterval(theme::duration(theme::Motion::progressTickMs));
    connect(&soon_, &QTimer::timeout, this, &CompareView::refresh);
    connect(&context_.services.runs, &bridge::RunWatcher::changed, this, [this] {
        if (isVisible() && !soon_.isActive()) soon_.start();
    });
    connect(header_, &controls::PageHeader::trailClicked, this, &CompareView::leaveWanted);
    connect(&listModel_, &CompareList::toggled, this, [this](const QString& id, bool on) {
        auto ids = ids_;
        on ? ids.append(id) : void(ids.removeAll(id));
        choose(ids);
    });
    connect(list_, &CompareListView::baselineWanted, this, [this](const QString& id) {
        auto ids = ids_;
        ids.removeAll(id);
        ids.prepend(id);
        choose(ids);
    });
    controls::say(*this, [this] {
        header_->setTrail(tr("Runs"));
        list_->setAccessibleName(tr("Runs to compare"));
        listTitle_->setText(tr("Best eval loss"));
        shortTitle_->setText(tr("In short"));
        metric_->setAccessibleName(tr("What is drawn"));
        for (std::size_t i = 0; i < kMetrics.size(); ++i) metric_->setItemText(int(i), curveTitle(kMetrics[i]));
        tableCard_->setTitle(tr("Settings and results"));
        table_->setAccessibleName(tr("Settings and results"));
        only_->setText(tr("Only differences"));
        if (chart_) chart_->setTitle(curveTitle(curve()));
        refresh();
    });
}

CompareView::~CompareView() = default;

QWidget* CompareView::makeLeft() {
    auto* card = new controls::Card(0);
    card->setFixedWidth(kLeft);
    card->addHeader({}, theme::space(10) + 4).addWidget(listTitle_);
    card->addRule();
    list_->setModel(&listModel_);
    card->body().addWidget(list_, 1);
    card->addRule();
    short_->setWordWrap(true);
    shortTitle_->setTextStyle(TextStyle::body, theme::Weight::semibold);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(theme::space(3), theme::space(3), theme::space(3), theme::space(3));
    words->setSpacing(theme::space(1));
    words->addWidget(shortTitle_);
    words->addWidget(short_);
    card->body().addLayout(words);
    controls::say(*card, [card] { card->setTitle(tr("Runs")); });
    return card;
}

QWidget* CompareView::makeChartCard() {
    chartCard_ = new controls::Card(theme::space(4));
    for (std::size_t i = 0; i < kMetrics.size(); ++i) metric_->addItem({});
    metric_->setFixedWidth(kMetric);
    header_->addAction(metric_);
    makeChart();
    connect(metric_, &QComboBox::currentIndexChanged, this, &CompareView::makeChart);
    return chartCard_;
}

QWidget* CompareView::makeTableCard() {
    tableCard_ = new controls::Card(0);
    auto& top = tableCard_->addHeader({}, theme::space(10) + 2);
    top.insertWidget(1, count_);
    top.addWidget(only_);
    table_->setHorizontalHeader(new CompareHeader(table_));
    table_->horizontalHeader()->setFixedHeight(theme::px(theme::Size::tableHeader));
    table_->setModel(&filter_);
    table_->setItemDelegate(new CompareCell(table_));
    tableCard_->body().addWidget(table_, 1);
    only_->setChecked(true);
    filter_.setDifferingOnly(true);
    connect(only_, &QCheckBox::toggled, &filter_, &CompareFilter::setDifferingOnly);
    return tableCard_;
}

RunCurves::Curve CompareView::curve() const { return kMetrics[std::size_t(std::max(0, metric_->currentIndex()))]; }

void CompareView::makeChart() {
    delete chart_;
    chart_ = new charts::Chart(
        {.title = curveTitle(curve()),
         .unit = curveUnit(curve()),
         .tools = {.smoothing = curve() == RunCurves::train, .axis = true, .scale = true, .enlarge = true, .exports = true}});
    chartCard_->body().addWidget(chart_, 1);
    chart_->setSmoothing(curve() == RunCurves::train ? kSmoothing : 0);
    chart_->setAxis(axis_);
    chart_->setScale(scale_);
    connect(chart_, &charts::Chart::axisChanged, this, [this](charts::XAxis axis) { axis_ = axis; });
    connect(chart_, &charts::Chart::scaleChanged, this, [this](charts::Scale scale) { scale_ = scale; });
    connect(chart_, &charts::Chart::enlargeClicked, this, [this] {
        enlarged_ = !enlarged_;
        left_->setVisible(!enlarged_);
        tableCard_->setVisible(!enlarged_);
    });
    connect(chart_, &charts::Chart::saved, this, [this](const QString& file) {
        context_.host.toast(
            {controls::Tone::success, tr("Saved %1").arg(QFileInfo(file).fileName()), {}, tr("Show in folder"), [this, file] {
                 context_.host.reveal(file);
             }});
    });
    connect(chart_, &charts::Chart::saveFailed, this, [this](const QString& message, const QString& hint) {
        context_.host.toast({controls::Tone::danger, message, hint, {}, {}});
    });
    for (auto& [id, run] : runs_) run.generation = 0;
    takeSeries();
}

void CompareView::choose(const QStringList& ids) {
    show(ids);
    Q_EMIT idsChanged();
}

void CompareView::show(const QStringList& ids) {
    ids_ = ids;
    ids_.removeDuplicates();
    std::erase_if(runs_, [this](const auto& each) { return !ids_.contains(each.first); });
    refresh();
}

void CompareView::refresh() {
    bool changed = false;
    for (const auto& id : ids_) {
        const auto* run = context_.services.runs.find(id);
        if (!run || runs_.contains(id)) continue;
        const auto name = QString::fromStdString(run->name);
        auto& mine = runs_[id];
        mine.number = numbers_.contains(id) ? numbers_[id] : *numbers_.insert(id, std::size_t(numbers_.size()));
        mine.live = std::make_unique<LiveRun>(context_.services, *run, [name](RunCurves::Curve) { return name; });
        connect(mine.live.get(), &LiveRun::rows, this, [this] {
            takeSeries();
            chart_->pointsCame();
            if (!soon_.isActive()) soon_.start();
        });
        connect(mine.live.get(), &LiveRun::planned, this, &CompareView::takeSeries);
        changed = true;
    }
    takeSeries();
    writeList();
    writeTable();
    writeHeader();
    if (changed) chart_->showAll();
}

std::vector<Compared> CompareView::compared() const {
    std::vector<Compared> found;
    for (const auto& id : ids_) {
        const auto* run = context_.services.runs.find(id);
        if (const auto mine = runs_.find(id); run && mine != runs_.end()) found.push_back({*run, &mine->second.live->curves()});
    }
    return found;
}

void CompareView::takeSeries() {
    if (!chart_) return;
    const auto drawn = chart_->scene().lines.size();
    bool same = drawn == runs_.size();
    std::size_t at = 0;
    for (const auto& id : ids_) {
        const auto mine = runs_.find(id);
        if (mine == runs_.end()) continue;
        auto& run = mine->second;
        same = same && run.generation == run.live->curves().generation() &&
               chart_->scene().lines[at].series == run.live->curves().series(curve());
        run.generation = run.live->curves().generation();
        ++at;
    }
    if (!same) {
        chart_->clearLines();
        for (const auto& id : ids_)
            if (const auto mine = runs_.find(id); mine != runs_.end())
                chart_->addLine(
                    mine->second.live->curves().series(curve()),
                    {.number = mine->second.number, .smooths = curve() == RunCurves::train, .markers = curve() == RunCurves::eval});
        if (!runs_.empty()) chart_->setBaseline(0);
    }
    at = 0;
    for (const auto& id : ids_) {
        if (!runs_.contains(id)) continue;
        const auto* run = context_.services.runs.find(id);
        const bool ended = run && !bridge::isLiveState(run->status.state);
        if (chart_->scene().lines[at].ended != ended) chart_->setEnded(at, ended);
        ++at;
    }
}

void CompareView::writeList() {
    std::vector<CompareList::Entry> ticked, rest;
    const auto entryOf = [](const runs::RunOverview& run) {
        return CompareList::Entry{.id = QString::fromStdString(run.status.id),
                                  .name = QString::fromStdString(run.name),
                                  .best = run.bestEvalLoss ? controls::formatDecimal(*run.bestEvalLoss, kLossDigits) : QString(),
                                  .state = run.status.state};
    };
    for (const auto& id : ids_) {
        const auto* run = context_.services.runs.find(id);
        const auto mine = runs_.find(id);
        if (!run || mine == runs_.end()) continue;
        auto entry = entryOf(*run);
        entry.series = mine->second.number;
        entry.remark = id == ids_.front() ? tr("baseline")
                       : run->bestStep    ? tr("best at %1").arg(controls::formatCount(*run->bestStep))
                                          : QString();
        ticked.push_back(std::move(entry));
    }
    for (const auto& run : context_.services.runs.all()) {
        const auto id = QString::fromStdString(run.status.id);
        if (!ids_.contains(id) && !run.archived && context_.services.projects.shows(bridge::Projects::Kind::run, id))
            rest.push_back(entryOf(run));
    }
    ticked.insert(ticked.end(), rest.begin(), rest.end());
    listModel_.set(std::move(ticked));
}

void CompareView::writeTable() {
    const auto runs = compared();
    std::vector<runs::RunSpec> specs;
    std::vector<CompareTable::Column> columns;
    for (const auto& each : runs) {
        specs.push_back(each.run.spec);
        columns.push_back({.name = QString::fromStdString(each.run.name),
                           .remark = columns.empty() ? tr("baseline") : QString(),
                           .series = runs_.at(QString::fromStdString(each.run.status.id)).number});
    }
    auto rows = CompareTable::settingRows(specs);
    if (!runs.empty())
        for (auto& row : resultRows(runs)) rows.push_back(std::move(row));
    const int before = tableModel_.columnCount();
    tableModel_.set(std::move(columns), std::move(rows));
    if (tableModel_.columnCount() != before) {
        auto* header = table_->horizontalHeader();
        header->setMinimumSectionSize(kLeastColumn);
        header->setSectionResizeMode(QHeaderView::Stretch);
        header->setSectionResizeMode(0, QHeaderView::Fixed);
        table_->setColumnWidth(0, kNameColumn);
    }
    count_->setText(specs.size() > 1 ? tr("%1 of %n settings differ", nullptr, tableModel_.settings()).arg(tableModel_.differing())
                                     : QString());
    const auto said = inShort(runs);
    short_->setText(said.join(u"\n"_s));
    short_->setVisible(!said.isEmpty());
    shortTitle_->setVisible(!said.isEmpty());
}

void CompareView::writeHeader() {
    header_->setTitle(tr("Compare %n run(s)", nullptr, int(runs_.size())));
    QStringList data;
    for (const auto& each : compared()) data << models::datasetText(each.run.spec);
    data.removeDuplicates();
    header_->setFacts(data.size() == 1 ? tr("Same data: %1").arg(data.front())
                      : data.isEmpty() ? QString()
                                       : tr("%n data set(s)", nullptr, int(data.size())));
}

QJsonObject CompareView::saveState() const {
    return {{u"metric"_s, metric_->currentIndex()},
            {u"only"_s, only_->isChecked()},
            {u"axis"_s, int(axis_)},
            {u"log"_s, scale_ == charts::Scale::log}};
}

void CompareView::restoreState(const QJsonObject& state) {
    if (state.isEmpty()) return;
    axis_ = charts::XAxis(std::clamp(state[u"axis"_s].toInt(), 0, int(charts::XAxis::tokens)));
    scale_ = state[u"log"_s].toBool() ? charts::Scale::log : charts::Scale::linear;
    metric_->setCurrentIndex(std::clamp(state[u"metric"_s].toInt(), 0, int(kMetrics.size()) - 1));
    only_->setChecked(state[u"only"_s].toBool(true));
    makeChart();
}

}  // namespace anneal::pages
