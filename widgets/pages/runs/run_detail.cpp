#include "pages/runs/run_detail.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QSplitterHandle>
#include <QStackedWidget>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/inline_message.h"
#include "controls/number_field.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/scroll_column.h"
#include "controls/tabs.h"
#include "controls/words.h"
#include "models/run_trouble.h"
#include "models/run_words.h"
#include "pages/runs/checkpoints_card.h"
#include "pages/runs/curve_words.h"
#include "pages/runs/inline_form.h"
#include "pages/runs/log_view.h"
#include "pages/runs/ranks_card.h"
#include "pages/runs/result_card.h"
#include "pages/runs/run_acts.h"
#include "pages/runs/run_charts.h"
#include "pages/runs/samples_view.h"
#include "pages/runs/settings_view.h"
#include "pages/runs/stat_strip.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

enum Tab { logTab, settingsTab, samplesTab };

constexpr int kSide = 300;
constexpr int kSideBySide = 1120;  // the width from which the devices stand beside the charts
constexpr int kSideHeight = 260;   // below them
constexpr int kLowerHeight = 150;
constexpr int kLongestTitle = 320;
constexpr int kRateField = 128;
constexpr double kLeastRate = 1e-9, kMostRate = 1;

/// The gap between two cards, which can be dragged: a line shows only under the mouse.
class Gap : public QSplitterHandle {
public:
    explicit Gap(QSplitter* parent) : QSplitterHandle(Qt::Vertical, parent) { setAttribute(Qt::WA_Hover); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse()) theme::fillRect(painter, QRectF(0, std::floor(height() / 2.0), width(), 1), theme::color(theme::Role::accent));
    }
};

class Splitter : public QSplitter {
public:
    Splitter() : QSplitter(Qt::Vertical) {
        setHandleWidth(theme::space(3));
        setChildrenCollapsible(false);
    }

protected:
    QSplitterHandle* createHandle() override { return new Gap(this); }
};

}  // namespace

RunDetail::RunDetail(const Context& context, RunActs& acts, const RunActions& actions)
    : context_(context),
      acts_(acts),
      actions_(actions),
      header_(new controls::PageHeader({})),
      more_(new controls::IconButton("ellipsis", {})),
      trouble_(new controls::InlineMessage(controls::Tone::danger, {}, {})),
      rate_(new controls::RateField({}, kLeastRate, kMostRate)),
      strip_(new StatStrip),
      charts_(new RunCharts),
      log_(new LogView),
      settings_(new SettingsView(context)),
      samples_(new SamplesView),
      ranks_(new RanksCard),
      result_(new ResultCard(context)),
      checkpoints_(new CheckpointsCard(context)) {
    rateForm_ = new InlineForm(rate_, kRateField);
    fix_ = &trouble_->addAction({}, [this] { actions_.resume->trigger(); });
    auto& log = trouble_->addAction({}, [this] {
        log_->showErrors();
        showTab(logTab);
    });
    trouble_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(3));
    column->addWidget(makeHeader());
    for (auto* part : {static_cast<QWidget*>(trouble_), static_cast<QWidget*>(rateForm_), static_cast<QWidget*>(strip_)}) {
        auto* inset = new QHBoxLayout;
        inset->setContentsMargins(0, 0, theme::space(6), 0);
        inset->addWidget(part);
        column->addLayout(inset);
    }
    column->addWidget(makeBody(), 1);
    connect(strip_, &StatStrip::rateClicked, this, &RunDetail::openRate);
    connect(rateForm_, &InlineForm::edited, this,
            [this] { rateForm_->setError(rate_->hasAcceptableInput() ? QString() : tr("A rate above 0 and up to 1, such as 2e-4")); });
    connect(rateForm_, &InlineForm::applied, this, [this] {
        rate_->interpretText();
        acts_.setRate(run_, rate_->value());
    });
    connect(&acts_, &RunActs::pendingChanged, this, [this](const QString& id) {
        if (id == id_) refresh();
    });
    connect(&context_.services.gauges, &bridge::GaugeFeed::read, this, [this](const bridge::GaugeReading& reading) {
        if (live_ && isVisible()) ranks_->takeGauges(reading);
    });
    connect(charts_, &RunCharts::saved, this, [this](const QString& file) {
        context_.host.toast(
            {controls::Tone::success, tr("Saved %1").arg(QFileInfo(file).fileName()), {}, tr("Show in folder"), [this, file] {
                 context_.host.reveal(file);
             }});
    });
    connect(charts_, &RunCharts::saveFailed, this, [this](const QString& message, const QString& hint) {
        context_.host.toast({controls::Tone::danger, message, hint, {}, {}});
    });
    controls::say(*this, [this, &log] {
        header_->setTrail(tr("Runs"));
        more_->setName(tr("More for this run"));
        log.setText(tr("Show the error"));
        fix_->setText(tr("Resume"));
        enlarge_->setName(tr("More room for these"));
        tabs_->setAccessibleName(tr("Log, settings and samples"));
        tabs_->setTabText(logTab, tr("Log"));
        tabs_->setTabText(settingsTab, tr("Settings"));
        tabs_->setTabText(samplesTab, tr("Samples"));
        writeHeader();
        writeTrouble();
        writeRate();
    });
}

RunDetail::~RunDetail() = default;

QWidget* RunDetail::makeHeader() {
    const std::array acts{std::pair{actions_.compare, "git-compare"}, std::pair{actions_.checkpoint, "save"},
                          std::pair{actions_.pause, "pause"},         std::pair{actions_.goOn, "play"},
                          std::pair{actions_.resume, "play"},         std::pair{actions_.stop, "square"}};
    for (const auto& [action, icon] : acts) {
        auto* button = controls::makeButton(action == actions_.stop ? theme::Kind::danger : theme::Kind::secondary, {}, icon);
        header_->addAction(button);
        standFor(*button, *action);
    }
    header_->addAction(more_);
    connect(header_, &controls::PageHeader::trailClicked, this, &RunDetail::leaveWanted);
    connect(more_, &QToolButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (auto* action :
             {actions_.setRate, actions_.rename, actions_.reveal, actions_.copyId, actions_.archive, actions_.unarchive, actions_.remove})
            if (action->isVisible() && action->isEnabled()) menu->addAction(action);
        menu->popup(more_->mapToGlobal(QPoint(0, more_->height())));
    });
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, theme::space(6), 0);
    row->addWidget(header_);
    return top;
}

QWidget* RunDetail::makeBody() {
    splitter_ = new Splitter;
    splitter_->addWidget(charts_);
    splitter_->addWidget(makeLower());
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 1);
    sidePanel_ = new QWidget;
    side_ = new QBoxLayout(QBoxLayout::TopToBottom, sidePanel_);
    side_->setContentsMargins(0, 0, 0, 0);
    side_->setSpacing(theme::space(3));
    side_->addWidget(ranks_);
    side_->addWidget(result_);
    side_->addWidget(checkpoints_, 1);
    area_ = new controls::ScrollColumn;
    halves_ = new QBoxLayout(QBoxLayout::LeftToRight);
    halves_->setSpacing(theme::space(3));
    halves_->addWidget(splitter_, 1);
    halves_->addWidget(sidePanel_);
    area_->column().setContentsMargins(0, 0, theme::space(6), theme::space(6));
    area_->column().addLayout(halves_);
    connect(charts_, &RunCharts::enlargedChanged, this, [this](bool enlarged) {
        lower_->setVisible(!enlarged);
        sidePanel_->setVisible(!enlarged);
    });
    return area_;
}

QWidget* RunDetail::makeLower() {
    lower_ = new controls::Card(0);
    lower_->setMinimumHeight(kLowerHeight);
    tabs_ = new controls::Tabs({});
    for (int i = 0; i <= samplesTab; ++i) tabs_->add({});
    tabs_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tabs_->setDrawBase(false);
    tools_ = new QStackedWidget;
    views_ = new QStackedWidget;
    enlarge_ = new controls::IconButton("maximize-2", {});
    theme::setCompact(*enlarge_);
    enlarge_->setCheckable(true);
    const std::array<QWidget*, 3> views{log_, settings_, samples_}, tools{log_->tools(), settings_->tools(), new QWidget};
    for (auto* view : views) views_->addWidget(view);
    for (auto* each : tools) tools_->addWidget(each);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(theme::space(4), theme::space(1), theme::space(3), 0);
    line->setSpacing(theme::space(4));
    line->addWidget(tabs_);
    line->addWidget(tools_, 1);
    line->addWidget(enlarge_);
    lower_->body().addLayout(line);
    lower_->addRule();
    lower_->body().addWidget(views_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, &RunDetail::showTab);
    connect(enlarge_, &QToolButton::toggled, this, [this](bool large) { charts_->setVisible(!large); });
    return lower_;
}

void RunDetail::showTab(int tab) {
    tabs_->setCurrentIndex(tab);
    views_->setCurrentIndex(tab);
    tools_->setCurrentIndex(tab);
}

void RunDetail::show(const QString& id) {
    if (id == id_ && (live_ || id.isEmpty())) return;
    id_ = id;
    live_.reset();
    lastRow_ = 0;
    rateForm_->hide();
    charts_->follow(nullptr);
    log_->log().clear();
    samples_->take({});
    ranks_->takeBeats({});
    run_ = {};
    refresh();
}

void RunDetail::follow(const runs::RunOverview& run) {
    live_ = std::make_unique<LiveRun>(context_.services, run, lineName);
    read_ = false;
    baseRate_ = run.spec.learningRate;
    connect(live_.get(), &LiveRun::rows, this, [this](std::span<const runs::Metric> rows, bool anew) {
        if (anew) log_->log().clear();
        log_->log().addRows(rows);
        if (!rows.empty()) lastRow_ = rows.back().time;
        // The page refreshes what else tells of them, a few times a second.
        if (live_->isRead() && !std::exchange(read_, true)) refresh();
    });
    connect(live_.get(), &LiveRun::events, this, [this](const std::vector<runs::RunEvent>& events) {
        log_->log().addEvents(events);
        for (const auto& event : events) {
            if (event.kind == "checkpoint") checkpoints_->reload();
            if (event.kind == "command" && event.data.contains("learning_rate")) baseRate_ = event.data["learning_rate"].get<double>();
        }
        writeRate();
    });
    connect(live_.get(), &LiveRun::samples, this, [this](const std::vector<runs::RunSample>& samples) {
        samples_->take(samples);
        tabs_->setTabVisible(samplesTab, !samples_->isEmpty());
    });
    connect(live_.get(), &LiveRun::heartbeats, ranks_, &RanksCard::takeBeats);
    connect(live_.get(), &LiveRun::planned, this, &RunDetail::refresh);
    if (const auto& reading = context_.services.gauges.last()) ranks_->takeGauges(*reading);
    charts_->follow(live_.get());
}

void RunDetail::refresh() {
    const auto* run = context_.services.runs.find(id_);
    if (!run) return;
    run_ = *run;
    if (!live_) follow(run_);
    const bool live = bridge::isLiveState(run_.status.state);
    const auto* plan = live_->plan();
    strip_->show(run_, plan);
    strip_->offerRate(offers(run_, RunAct::setRate));
    if (!offers(run_, RunAct::setRate)) rateForm_->hide();
    charts_->show(run_);
    ranks_->show(run_, plan ? plan->memoryBytes : std::nullopt);
    ranks_->setVisible(live);
    result_->show(run_);
    result_->setVisible(run_.status.state == runs::RunState::done || run_.status.state == runs::RunState::stopped);
    checkpoints_->show(run_, live_.get());
    settings_->show(run_);
    tabs_->setTabVisible(samplesTab, !samples_->isEmpty());
    if (live_->isRead() && models::troubleOf(run_)) log_->log().setEnd(run_.status.error, run_.status.finished);
    writeHeader();
    writeTrouble();
    writeRate();
    arrange();
}

void RunDetail::writeHeader() {
    if (run_.status.id.empty()) return;
    const auto name = QString::fromStdString(run_.name);
    const QFontMetrics metrics(theme::font(theme::TextStyle::heading));
    const auto shown = metrics.elidedText(name, Qt::ElideMiddle, kLongestTitle);
    header_->setTitle(shown);
    header_->setToolTip(shown == name ? QString() : name);
    header_->setChip(models::stateChip(run_.status.state));
    QStringList facts{models::baseModelText(run_.spec), models::methodText(run_.spec), models::datasetText(run_.spec),
                      models::deviceText(run_.spec)};
    if (run_.archived) facts << tr("archived");
    header_->setFacts(facts.join(u" · "_s));
}

void RunDetail::writeTrouble() {
    const auto& reading = context_.services.gauges.last();
    const auto trouble = run_.status.id.empty() ? std::nullopt : models::troubleOf(run_, reading ? reading->freeDiskBytes : 0);
    trouble_->setVisible(trouble.has_value());
    if (!trouble) return;
    QStringList text{trouble->happened, trouble->advice, trouble->goesOn};
    text.removeAll(QString());
    trouble_->setText(trouble->title, controls::sentences(text));
    fix_->setEnabled(actions_.resume->isEnabled());
}

void RunDetail::writeRate() {
    const auto now = run_.last.learningRate;
    const auto schedule = QString::fromStdString(runs::toText(run_.spec.lrSchedulerType));
    const auto meaning = now && baseRate_ > 0 ? tr("The %1 schedule scales it: now %2, that is %3 of %4.")
                                                    .arg(schedule, controls::formatRate(*now), controls::formatPercent(*now / baseRate_),
                                                         controls::formatRate(baseRate_))
                                              : tr("The %1 schedule scales it.").arg(schedule);
    rateForm_->setWords(tr("Learning rate"), meaning, tr("Set"));
}

void RunDetail::openRate() {
    if (!offers(run_, RunAct::setRate)) return;
    rate_->setValue(baseRate_);
    rateForm_->setError({});
    rateForm_->open();
}

void RunDetail::find() { tabs_->currentIndex() == settingsTab ? settings_->find() : (showTab(logTab), log_->find()); }

void RunDetail::resizeEvent(QResizeEvent*) { arrange(); }

/// Beside the charts where there is room, else below them.
void RunDetail::arrange() {
    const bool beside = width() >= kSideBySide;
    halves_->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    side_->setDirection(beside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    sidePanel_->setMaximumWidth(beside ? kSide : QWIDGETSIZE_MAX);
    sidePanel_->setMinimumWidth(beside ? kSide : 0);
    sidePanel_->setMinimumHeight(beside ? 0 : kSideHeight);
}

QJsonObject RunDetail::saveState() const {
    QJsonArray sizes;
    for (const int size : splitter_->sizes()) sizes.append(size);
    return {{u"tab"_s, tabs_->currentIndex()},   {u"sizes"_s, sizes},           {u"room"_s, enlarge_->isChecked()},
            {u"charts"_s, charts_->saveState()}, {u"log"_s, log_->saveState()}, {u"settings"_s, settings_->saveState()}};
}

void RunDetail::restoreState(const QJsonObject& state) {
    if (state.isEmpty()) return;
    showTab(std::min<int>(state[u"tab"_s].toInt(), settingsTab));
    QList<int> sizes;
    for (const auto& size : state[u"sizes"_s].toArray()) sizes << size.toInt();
    if (sizes.size() == 2 && sizes[0] > 0 && sizes[1] > 0) splitter_->setSizes(sizes);
    enlarge_->setChecked(state[u"room"_s].toBool());
    charts_->restoreState(state[u"charts"_s].toObject());
    log_->restoreState(state[u"log"_s].toObject());
    settings_->restoreState(state[u"settings"_s].toObject());
}

}  // namespace anneal::pages
