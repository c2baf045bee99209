#include "pages/home/continue_card.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

#include "bridge/run_start.h"
#include "controls/buttons.h"
#include "controls/chip.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/stat.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::formatCount;
using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kLossDigits = 3;

QString loss(const std::optional<double>& value) { return value ? controls::formatDecimal(*value, kLossDigits) : u"–"_s; }

}  // namespace

ContinueCard::ContinueCard(const Context& context)
    : Card(16),
      context_(context),
      name_(new Label({}, TextStyle::title)),
      state_(new controls::Chip({})),
      facts_(new Label({}, TextStyle::body, Role::textSecondary)),
      stop_(controls::makeButton(theme::Kind::quiet, {}, "square")),
      resume_(controls::makeButton(theme::Kind::secondary, {}, "play")),
      open_(controls::makeButton(theme::Kind::secondary, {}, "arrow-right")),
      evalLoss_(new controls::Stat({})),
      trainLoss_(new controls::Stat({})),
      throughput_(new controls::Stat({})),
      memory_(new controls::Stat({})),
      epoch_(new Label({}, TextStyle::caption, Role::textSecondary)),
      done_(new Label({}, TextStyle::caption)),
      bar_(new QProgressBar) {
    for (auto* button : {stop_, resume_, open_}) theme::setCompact(*button);
    open_->setLayoutDirection(Qt::RightToLeft);  // the arrow behind the words
    name_->setElided(true);
    facts_->setElided(true);
    bar_->setTextVisible(false);
    auto* top = new QHBoxLayout;
    top->addWidget(name_);
    top->addWidget(state_);
    top->addWidget(facts_, 1);
    for (auto* button : {stop_, resume_, open_}) top->addWidget(button);
    auto* stats = new QGridLayout;
    stats->setHorizontalSpacing(theme::space(4));
    int column = 0;
    for (auto* stat : {evalLoss_, trainLoss_, throughput_, memory_}) {
        stats->addWidget(stat, 0, column);
        stats->setColumnStretch(column++, 1);
    }
    auto* ends = new QHBoxLayout;
    ends->addWidget(epoch_);
    ends->addStretch();
    ends->addWidget(done_);
    body().addLayout(top);
    body().addSpacing(theme::space(4));
    body().addLayout(stats);
    body().addStretch();
    body().addLayout(ends);
    body().addWidget(bar_);
    connect(stop_, &QPushButton::clicked, this, [this] { bridge::stopRun(context_.services, run_.directory); });
    connect(resume_, &QPushButton::clicked, this, [this] { bridge::resumeRun(context_.services, run_.directory, *this); });
    connect(open_, &QPushButton::clicked, this, [this] { context_.host.go(u"runs"_s, QString::fromStdString(run_.status.id)); });
    controls::say(*this, [this] { say(); });
}

void ContinueCard::show(const runs::RunOverview& run) {
    run_ = run;
    say();
}

void ContinueCard::say() {
    const auto& status = run_.status;
    const bool live = bridge::isLiveState(status.state);
    name_->setText(QString::fromStdString(run_.name));
    state_->setLook(models::stateChip(status.state));
    const auto started = models::timeText(models::fromUnix(status.started > 0 ? status.started : status.created));
    facts_->setText(u"%1 · %2 · %3"_s.arg(models::methodText(run_.spec), models::datasetText(run_.spec), tr("started %1").arg(started)));
    stop_->setText(tr("Stop"));
    stop_->setVisible(live);
    resume_->setText(tr("Resume"));
    resume_->setVisible(!live && status.state != runs::RunState::done);
    open_->setText(tr("Open run"));
    open_->setVisible(context_.host.has(u"runs"_s));

    evalLoss_->setLabel(tr("Eval loss"));
    evalLoss_->setFigure(loss(run_.bestEvalLoss),
                         run_.bestStep ? tr("Best, step %1").arg(formatCount(*run_.bestStep)) : tr("No rows held back"));
    trainLoss_->setLabel(tr("Train loss"));
    trainLoss_->setFigure(loss(run_.last.loss), run_.last.step >= 0 ? tr("Step %1").arg(formatCount(run_.last.step)) : QString());
    throughput_->setLabel(tr("Throughput"));
    const auto speed = run_.last.tokensPerSecond;
    throughput_->setFigure(speed ? formatCount(std::llround(*speed)) : u"–"_s, tr("tokens/s"));
    memory_->setLabel(tr("Peak memory"));
    const auto peak = run_.peakBytes;
    memory_->setFigure(peak ? controls::formatBytes(std::uint64_t(*peak)) : u"–"_s, tr("of one rank"));

    epoch_->setText(tr("Epoch %1 of %2")
                        .arg(controls::formatDecimal(run_.last.epoch, 2),
                             controls::formatDecimal(run_.spec.numTrainEpochs,
                                                     run_.spec.numTrainEpochs == std::floor(run_.spec.numTrainEpochs) ? 0 : 1)));
    QStringList ends{controls::formatPercent(run_.share())};
    if (run_.secondsLeft)
        ends << tr("done at %1").arg(models::timeText(QDateTime::currentDateTime().addSecs(std::llround(*run_.secondsLeft))));
    done_->setText(ends.join(u" · "_s));
    bar_->setRange(0, int(std::max<std::int64_t>(1, status.totalSteps)));
    bar_->setValue(int(status.step));
    bar_->setAccessibleName(tr("Progress of %1").arg(name_->text()));
}

}  // namespace anneal::pages
