#include "pages/runs/run_charts.h"

#include <QVBoxLayout>

#include "controls/card.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "pages/runs/curve_words.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kSmallHeight = 152;
constexpr int kLossHeight = 224;
constexpr std::size_t kEvalLine = 1;
constexpr double kUsualSmoothing = 0.9;
constexpr double kGiB = 1024.0 * 1024 * 1024;

controls::Card* onCard(charts::Chart* chart, int padding) {
    auto* card = new controls::Card(padding);
    card->body().addWidget(chart);
    return card;
}

QString axisName(charts::XAxis axis) {
    return axis == charts::XAxis::step ? u"step"_s : axis == charts::XAxis::time ? u"time"_s : u"tokens"_s;
}

}  // namespace

RunCharts::RunCharts(QWidget* parent)
    : QWidget(parent),
      loss_(new charts::Chart({.title = {}, .tools = {.smoothing = true, .axis = true, .scale = true, .enlarge = true, .exports = true}})),
      row_(new QWidget) {
    loss_->setSmoothing(kUsualSmoothing);
    auto* lossCard = onCard(loss_, theme::space(4));
    lossCard->setMinimumHeight(kLossHeight);
    makeSmall();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(3));
    column->addWidget(lossCard, 1);
    column->addWidget(row_);
    connect(loss_, &charts::Chart::enlargeClicked, this, [this] { setEnlarged(!enlarged_); });
    connect(loss_, &charts::Chart::saved, this, &RunCharts::saved);
    connect(loss_, &charts::Chart::saveFailed, this, &RunCharts::saveFailed);
    controls::say(*this, [this] {
        loss_->setTitle(tr("Loss"));
        for (std::size_t i = 0; i < kSmall; ++i) small_[i]->setTitle(curveTitle(RunCurves::Curve(RunCurves::rate + i)));
        loss_->setEmptyText(tr("No values yet"), tr("The first point comes with the first logged step."));
        if (run_) run_->curves().rename();
        takeSeries();
        writeReferences();
        writeNotes();
    });
}

void RunCharts::makeSmall() {
    auto* row = new QHBoxLayout(row_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(3));
    row_->setFixedHeight(kSmallHeight);
    for (std::size_t i = 0; i < kSmall; ++i) {
        const auto curve = RunCurves::Curve(RunCurves::rate + i);
        auto* chart = new charts::Chart({.title = {}, .unit = curveUnit(curve), .size = charts::Chart::Size::small});
        chart->shareZoom(*loss_);
        chart->setValueEnds(0, {});
        small_[i] = chart;
        cards_[i] = onCard(chart, theme::space(3));
        row->addWidget(cards_[i], 1);
    }
}

void RunCharts::follow(LiveRun* run) {
    if (run_) run_->disconnect(this);
    run_ = run;
    rates_.clear();
    checkpoints_.clear();
    generation_ = 0;
    loss_->showAll();
    takeSeries();
    if (!run) return;
    connect(run, &LiveRun::rows, this, &RunCharts::pointsCame);
    connect(run, &LiveRun::events, this, &RunCharts::takeEvents);
    connect(run, &LiveRun::planned, this, [this] {
        takeSeries();
        show(shown_);
    });
    connect(run, &LiveRun::heartbeats, this, [this] {
        small(RunCurves::memory).pointsCame();
        cards_[RunCurves::memory - RunCurves::rate]->setVisible(!run_->curves().series(RunCurves::memory)->empty());
    });
}

void RunCharts::takeSeries() {
    if (!run_) {
        loss_->clearLines();
        for (auto* chart : small_) chart->clearLines();
        return;
    }
    const auto& curves = run_->curves();
    if (curves.generation() == generation_) return;
    generation_ = curves.generation();
    loss_->clearLines();
    loss_->addLine(curves.series(RunCurves::train), {.number = 0, .smooths = true});
    loss_->addLine(curves.series(RunCurves::eval), {.number = 1, .markers = true});
    best_ = curves.bestStep();
    for (std::size_t i = 0; i < kSmall; ++i) {
        const auto curve = RunCurves::Curve(RunCurves::rate + i);
        small_[i]->clearLines();
        small_[i]->addLine(curves.series(curve), {.number = curve == RunCurves::norm ? 2u : 0u, .filled = curve >= RunCurves::speed});
    }
    cards_[RunCurves::memory - RunCurves::rate]->setVisible(!curves.series(RunCurves::memory)->empty());
    writeNotes();
}

void RunCharts::pointsCame() {
    takeSeries();
    if (const auto best = run_->curves().bestStep(); best != best_) {
        best_ = best;
        writeNotes();
    }
    loss_->pointsCame();
    for (auto* chart : small_) chart->pointsCame();
}

void RunCharts::show(const runs::RunOverview& run) {
    const bool live = bridge::isLiveState(run.status.state);
    shown_ = run;
    std::optional<charts::Place> end;
    if (run_ && live && run.status.totalSteps > 0) {
        const auto& last = run_->curves().last();
        const auto* plan = run_->plan();
        end = charts::Place{run.status.totalSteps, last.seconds + run.secondsLeft.value_or(0),
                            plan ? plan->tokensAt(run.status.totalSteps) : last.tokens};
    }
    const auto interval = run.spec.evalStrategy == runs::IntervalStrategy::steps ? run.spec.evalSteps.value_or(0) : 0;
    loss_->setEnd(end);
    loss_->setLive(live);
    loss_->setInterval(interval);
    for (auto* chart : small_) {
        chart->setEnd(end);
        chart->setInterval(interval);
    }
    writeReferences();
}

void RunCharts::writeReferences() {
    using Kind = charts::Reference::Kind;
    std::vector<charts::Reference> clip, memory;
    if (const double most = shown_.spec.maxGradNorm; most > 0) clip.push_back({most, tr("clip %1").arg(controls::formatDecimal(most, 1))});
    if (run_ && run_->plan() && run_->plan()->memoryBytes) {
        const double forecast = double(*run_->plan()->memoryBytes) / kGiB;
        memory.push_back({forecast, tr("forecast %1").arg(controls::formatDecimal(forecast, 1)), Kind::limit});
    }
    small(RunCurves::norm).setReferences(clip);
    small(RunCurves::memory).setReferences(memory);
}

void RunCharts::takeEvents(const std::vector<runs::RunEvent>& events, bool anew) {
    if (anew) {
        rates_.clear();
        checkpoints_.clear();
    }
    for (const auto& event : events) {
        if (event.kind == "checkpoint") checkpoints_.push_back(event.data.value("step", std::int64_t(0)));
        if (event.kind == "command" && event.data.contains("learning_rate"))
            rates_.emplace_back(event.time, event.data["learning_rate"].get<double>());
    }
    writeNotes();
}

void RunCharts::writeNotes() {
    if (!run_ || loss_->scene().lines.empty()) return;
    std::map<std::int64_t, QStringList> said;
    if (best_) said[*best_] << tr("Best so far");
    for (const auto step : checkpoints_) said[step] << tr("checkpoint");
    for (const auto& [time, rate] : rates_)
        said[run_->curves().stepAt(time)] << tr("learning rate set to %1").arg(controls::formatRate(rate));
    std::map<std::int64_t, QString> notes;
    for (const auto& [step, words] : said) notes[step] = words.join(u" · "_s);
    loss_->setNotes(notes);
    loss_->setBest(kEvalLine, best_);
}

void RunCharts::setEnlarged(bool enlarged) {
    if (enlarged == enlarged_) return;
    enlarged_ = enlarged;
    row_->setVisible(!enlarged);
    Q_EMIT enlargedChanged(enlarged);
}

QJsonObject RunCharts::saveState() const {
    const auto& scene = loss_->scene();
    return {{u"smoothing"_s, scene.smoothing},
            {u"log"_s, scene.scale == charts::Scale::log},
            {u"axis"_s, axisName(scene.axis)},
            {u"enlarged"_s, enlarged_}};
}

void RunCharts::restoreState(const QJsonObject& state) {
    loss_->setSmoothing(state[u"smoothing"_s].toDouble(kUsualSmoothing));
    loss_->setScale(state[u"log"_s].toBool() ? charts::Scale::log : charts::Scale::linear);
    for (const auto axis : {charts::XAxis::step, charts::XAxis::time, charts::XAxis::tokens})
        if (state[u"axis"_s].toString() == axisName(axis)) loss_->setAxis(axis);
    setEnlarged(state[u"enlarged"_s].toBool());
}

}  // namespace anneal::pages
