#include "pages/runs/checkpoints_card.h"

#include <QHBoxLayout>

#include "controls/buttons.h"
#include "controls/chip.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "pages/runs/run_acts.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

using controls::IconButton;
using controls::Label;
using theme::Role;
using theme::TextStyle;

namespace {

constexpr std::size_t kMost = 50;  // older ones are counted
constexpr int kRowHeight = 40;
constexpr int kStepWidth = 56, kLossWidth = 44;
constexpr int kLossDigits = 3;

}  // namespace

class CheckpointRow : public QWidget {
    Q_OBJECT
public:
    struct Facts {
        Checkpoint checkpoint;
        std::optional<double> loss;
        bool best = false, resumes = false, chats = false, exports = false;
    };

    CheckpointRow()
        : step_(new Label({}, TextStyle::mono)),
          loss_(new Label({})),
          best_(new controls::Chip({})),
          time_(new Label({}, TextStyle::caption, Role::textSecondary)),
          resume_(new IconButton("play", {})),
          chat_(new IconButton("messages-square", {})),
          export_(new IconButton("package", {})) {
        setFixedHeight(kRowHeight);
        step_->setMinimumWidth(kStepWidth);
        loss_->setMinimumWidth(kLossWidth);
        time_->setElided(true);
        time_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(theme::space(4), 1, theme::space(2), 0);
        row->setSpacing(theme::space(2));
        row->addWidget(step_);
        row->addWidget(loss_);
        row->addWidget(best_);
        row->addWidget(time_, 1);
        auto* acts = new QHBoxLayout;
        acts->setSpacing(0);
        for (auto* button : {resume_, chat_, export_}) {
            theme::setCompact(*button);
            acts->addWidget(button);
        }
        row->addLayout(acts);
        connect(resume_, &QToolButton::clicked, this, [this] { Q_EMIT resumeClicked(facts_.checkpoint.step); });
        connect(chat_, &QToolButton::clicked, this, [this] { Q_EMIT goClicked(u"chat"_s, facts_.checkpoint.step); });
        connect(export_, &QToolButton::clicked, this, [this] { Q_EMIT goClicked(u"export"_s, facts_.checkpoint.step); });
    }

    void show(const Facts& facts) {
        facts_ = facts;
        const auto step = controls::formatCount(facts.checkpoint.step);
        step_->setText(step);
        loss_->setText(facts.loss ? controls::formatDecimal(*facts.loss, kLossDigits) : u"–"_s);
        best_->setLook({.text = tr("Best"), .tone = controls::Tone::success, .icon = "star"});
        best_->setVisible(facts.best);
        time_->setText(models::timeText(models::fromUnix(facts.checkpoint.time)));
        setToolTip(tr("Step %1, %2, written %3").arg(step, controls::formatBytes(facts.checkpoint.bytes), time_->text()));
        resume_->setName(tr("Resume from step %1").arg(step));
        chat_->setName(tr("Chat with step %1").arg(step));
        export_->setName(tr("Export step %1").arg(step));
        resume_->setVisible(facts.resumes);
        chat_->setVisible(facts.chats);
        export_->setVisible(facts.exports);
    }

Q_SIGNALS:
    void resumeClicked(std::int64_t step);
    void goClicked(const QString& page, std::int64_t step);

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme::fillRect(painter, QRectF(0, 0, width(), 1), theme::color(Role::border));
    }

private:
    Facts facts_;
    Label* step_;
    Label* loss_;
    controls::Chip* best_;
    Label* time_;
    IconButton* resume_;
    IconButton* chat_;
    IconButton* export_;
};

CheckpointsCard::CheckpointsCard(const Context& context)
    : Card(0),
      context_(context),
      each_(new Label({}, TextStyle::caption, Role::textSecondary)),
      foot_(new Label({}, TextStyle::caption, Role::textSecondary)) {
    addHeader({}, theme::space(10) + 2).addWidget(each_);
    auto* area = new controls::ScrollColumn;
    column_ = &area->column();
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
    foot->addWidget(foot_);
    foot_->setElided(true);
    column_->addLayout(foot);
    column_->addStretch();
    body().addWidget(area, 1);
    controls::say(*this, [this] {
        setTitle(tr("Checkpoints"));
        say();
    });
}

void CheckpointsCard::show(const runs::RunOverview& run, LiveRun* live) {
    const bool other = run.status.id != run_.status.id;
    const bool changed = other || run.status.state != run_.status.state || run.lastCheckpoint != run_.lastCheckpoint;
    run_ = run;
    live_ = live;
    if (other) checkpoints_.clear();
    changed ? reload() : say();
}

void CheckpointsCard::reload() {
    again_ = reading_;
    if (reading_) return;
    reading_ = true;
    const auto read = [directory = run_.directory](const jobs::JobContext&) -> Result<std::vector<Checkpoint>> {
        return readCheckpoints(directory);
    };
    context_.services.jobs.compute<std::vector<Checkpoint>>({.title = tr("Checkpoints"), .shown = false}, read, *this,
                                                            [this, id = run_.status.id](Result<std::vector<Checkpoint>> found) {
                                                                reading_ = false;
                                                                if (id != run_.status.id || std::exchange(again_, false)) return reload();
                                                                if (found) take(std::move(*found));
                                                            });
}

void CheckpointsCard::take(std::vector<Checkpoint> found) {
    checkpoints_ = std::move(found);
    say();
}

void CheckpointsCard::say() {
    const auto& spec = run_.spec;
    QStringList facts;
    if (spec.saveStrategy == runs::IntervalStrategy::steps) facts << tr("each %1 steps").arg(controls::formatCount(spec.saveSteps));
    if (spec.saveStrategy == runs::IntervalStrategy::epoch) facts << tr("each epoch");
    if (!checkpoints_.empty()) facts << controls::formatBytes(checkpoints_.front().bytes);
    each_->setText(facts.join(u" · "_s));

    const auto count = std::min(kMost, checkpoints_.size());
    for (; rows_.size() > count; rows_.pop_back()) delete rows_.back();
    while (rows_.size() < count) {
        auto* row = new CheckpointRow;
        connect(row, &CheckpointRow::resumeClicked, this, &CheckpointsCard::resumeWanted);
        connect(row, &CheckpointRow::goClicked, this, [this](const QString& page, std::int64_t step) {
            context_.host.go(page, QString::fromStdString(run_.status.id) + u'@' + QString::number(step));
        });
        column_->insertWidget(int(rows_.size()), row);
        rows_.push_back(row);
    }
    for (std::size_t i = 0; i < count; ++i) {
        CheckpointRow::Facts row{.checkpoint = checkpoints_[i]};
        if (live_)
            if (const auto loss = live_->curves().valueAt(RunCurves::eval, row.checkpoint.step); loss && loss->first == row.checkpoint.step)
                row.loss = loss->second;
        row.best = run_.bestStep == row.checkpoint.step;
        row.resumes = offers(run_, RunAct::resume);
        row.chats = context_.host.has(u"chat"_s);
        row.exports = context_.host.has(u"export"_s);
        rows_[i]->show(row);
    }
    QString foot;
    if (checkpoints_.size() > count) foot = tr("%n older one(s) on the disk", nullptr, int(checkpoints_.size() - count));
    if (bridge::isLiveState(run_.status.state) && spec.saveStrategy == runs::IntervalStrategy::steps) {
        const auto next = (run_.status.step / spec.saveSteps + 1) * spec.saveSteps;
        if (run_.status.totalSteps == 0 || next <= run_.status.totalSteps) foot = tr("Next at step %1").arg(controls::formatCount(next));
    }
    if (foot.isEmpty() && checkpoints_.empty()) foot = tr("None was written.");
    foot_->setText(foot);
    foot_->setVisible(!foot.isEmpty());
}

}  // namespace anneal::pages

#include "checkpoints_card.moc"
