#include "pages/runs/stat_strip.h"

#include <QProgressBar>

#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/stat.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "pages/runs/curve_words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::formatCount;
using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kProgressStretch = 9, kStatStretch = 4;
constexpr int kLossDigits = 3;

QString number(const std::optional<double>& value, int digits) { return value ? controls::formatDecimal(*value, digits) : u"–"_s; }

QFrame* rule() {
    auto* line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setFixedWidth(1);
    return line;
}

QString epochText(double epochs) { return controls::formatDecimal(epochs, epochs == std::floor(epochs) ? 0 : 2); }

}  // namespace

StatStrip::StatStrip()
    : Card(0),
      share_(new Label({}, TextStyle::title)),
      step_(new Label({}, TextStyle::body, Role::textSecondary)),
      gone_(new Label({}, TextStyle::caption, Role::textSecondary)),
      left_(new Label({}, TextStyle::caption)),
      bar_(new QProgressBar),
      train_(new controls::Stat({})),
      eval_(new controls::Stat({})),
      rate_(new controls::Stat({})),
      norm_(new controls::Stat({})),
      speed_(new controls::Stat({})),
      memory_(new controls::Stat({})),
      edit_(new controls::IconButton("pencil", {})) {
    theme::setCompact(*edit_);
    edit_->hide();
    bar_->setTextVisible(false);
    step_->setElided(true);
    gone_->setElided(true);
    auto* progress = new QVBoxLayout;
    progress->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    progress->setSpacing(theme::space(1));
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(2));
    top->addWidget(share_);
    top->addWidget(step_, 1);
    auto* ends = new QHBoxLayout;
    ends->addWidget(gone_, 1);
    ends->addWidget(left_);
    progress->addLayout(top);
    progress->addWidget(bar_);
    progress->addLayout(ends);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addLayout(progress, kProgressStretch);
    for (auto* stat : {train_, eval_, rate_, norm_, speed_, memory_}) {
        auto* cell = new QHBoxLayout;
        cell->setContentsMargins(theme::space(4), theme::space(2), theme::space(2), theme::space(2));
        cell->addWidget(stat, 1);
        if (stat == rate_) cell->addWidget(edit_, 0, Qt::AlignTop);
        row->addWidget(rule());
        row->addLayout(cell, kStatStretch);
    }
    body().addLayout(row);
    connect(edit_, &QToolButton::clicked, this, &StatStrip::rateClicked);
    controls::say(*this, [this] { say(); });
}

void StatStrip::show(const runs::RunOverview& run, const RunPlan* plan) {
    run_ = run;
    forecastBytes_ = plan ? plan->memoryBytes : std::nullopt;
    say();
}

void StatStrip::offerRate(bool offered) { edit_->setVisible(offered); }

void StatStrip::say() {
    sayProgress();
    const auto& last = run_.last;
    train_->setLabel(curveTitle(RunCurves::train));
    train_->setFigure(number(last.loss, kLossDigits), run_.status.summary.trainLoss ? tr("mean %1").arg(controls::formatDecimal(
                                                                                          *run_.status.summary.trainLoss, kLossDigits))
                                                                                    : tr("newest"));
    eval_->setLabel(curveTitle(RunCurves::eval));
    eval_->setFigure(number(last.evalLoss, kLossDigits),
                     run_.bestStep             ? *run_.bestEvalLoss == last.evalLoss
                                                     ? tr("best, step %1").arg(formatCount(*run_.bestStep))
                                                     : tr("best %1, step %2").arg(number(run_.bestEvalLoss, kLossDigits), formatCount(*run_.bestStep))
                                 : run_.spec.hasEvalData() ? tr("not yet")
                                               : tr("no rows held back"));
    rate_->setLabel(curveTitle(RunCurves::rate));
    rate_->setFigure(
        last.learningRate ? controls::formatRate(*last.learningRate) : u"–"_s,
        tr("%1 from %2")
            .arg(QString::fromStdString(runs::toText(run_.spec.lrSchedulerType)), controls::formatRate(run_.spec.learningRate)));
    norm_->setLabel(curveTitle(RunCurves::norm));
    norm_->setFigure(number(last.gradNorm, 2), run_.spec.maxGradNorm > 0
                                                   ? tr("clipped at %1").arg(controls::formatDecimal(run_.spec.maxGradNorm, 1))
                                                   : tr("not clipped"));
    speed_->setLabel(curveTitle(RunCurves::speed));
    const auto speed = bridge::isLiveState(run_.status.state) ? last.tokensPerSecond : run_.status.summary.tokensPerSecond;
    speed_->setFigure(speed ? formatCount(std::llround(*speed)) : u"–"_s, curveUnit(RunCurves::speed).name);
    memory_->setLabel(tr("Peak memory"));
    memory_->setFigure(run_.peakBytes ? controls::formatBytes(std::uint64_t(*run_.peakBytes)) : u"–"_s,
                       forecastBytes_ ? tr("forecast %1").arg(controls::formatBytes(std::uint64_t(*forecastBytes_))) : tr("of one rank"));
    edit_->setName(tr("Change the learning rate"));
}

void StatStrip::sayProgress() {
    const auto& status = run_.status;
    share_->setText(controls::formatPercent(run_.share()));
    step_->setText(status.totalSteps > 0 ? tr("Step %1 of %2 · epoch %3 of %4")
                                               .arg(formatCount(status.step), formatCount(status.totalSteps),
                                                    controls::formatDecimal(run_.last.epoch, 2), epochText(run_.spec.numTrainEpochs))
                                         : tr("Step %1").arg(formatCount(status.step)));
    const auto now = QDateTime::currentDateTime();
    const double end = bridge::isLiveState(status.state) ? now.toMSecsSinceEpoch() / 1000.0
                       : status.finished > 0             ? status.finished
                                                         : run_.last.time;
    const bool began = status.started > 0 && end >= status.started;
    const auto duration = began ? controls::formatDuration(end - status.started) : QString();
    gone_->setText(!began ? QString() : bridge::isLiveState(status.state) ? tr("%1 gone").arg(duration) : tr("took %1").arg(duration));
    left_->setText(run_.secondsLeft ? tr("%1 left · done at %2")
                                          .arg(controls::formatDuration(*run_.secondsLeft),
                                               models::timeText(now.addSecs(std::llround(*run_.secondsLeft)), now))
                   : status.finished > 0 ? tr("ended %1").arg(models::timeText(models::fromUnix(status.finished), now))
                                         : QString());
    bar_->setRange(0, int(std::max<std::int64_t>(1, status.totalSteps)));
    bar_->setValue(int(status.step));
    bar_->setAccessibleName(tr("Progress of %1").arg(QString::fromStdString(run_.name)));
}

}  // namespace anneal::pages
