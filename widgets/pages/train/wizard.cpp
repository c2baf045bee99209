#include "pages/train/wizard.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/icon_label.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/stepper.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "pages/train/preset_bar.h"
#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;

constexpr int kNarrow = 1160;  // below, there is no room for figures in the bottom line
constexpr int kReview = Wizard::kSteps - 1;

/// A ground with a line along one edge.
class Ground : public QWidget {
public:
    explicit Ground(Qt::Edge edge) : edge_(edge) { theme::setGround(*this, Role::surface); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme::fillRect(painter, rect(), theme::color(Role::surface));
        const QRectF line = edge_ == Qt::TopEdge ? QRectF(0, 0, width(), 1) : QRectF(width() - 1, 0, 1, height());
        theme::fillRect(painter, line, theme::color(Role::border));
    }

private:
    Qt::Edge edge_;
};

}  // namespace

Wizard::Wizard(const Desk& desk)
    : desk_(desk),
      heading_(new controls::Label({}, theme::TextStyle::title)),
      stepper_(new controls::Stepper({})),
      stack_(new QStackedWidget),
      left_(new controls::InlineMessage(controls::Tone::warning, {}, {})),
      leftHolder_(new QWidget),
      close_(controls::makeButton(theme::Kind::quiet, {})),
      preset_(controls::makeButton(theme::Kind::quiet, {}, "bookmark")),
      save_(controls::makeButton(theme::Kind::secondary, {}, "file-text")),
      back_(controls::makeButton(theme::Kind::secondary, {})),
      next_(controls::makeButton(theme::Kind::primary, {})),
      presetBar_(new PresetBar) {
    constexpr std::array kMakers{makeGoalStep,     makeDataStep,     makeModelStep, makeMethodStep,
                                 makeSettingsStep, makeHardwareStep, makeReviewStep};
    for (std::size_t i = 0; i < kMakers.size(); ++i) {
        steps_[i] = kMakers[i](desk);
        stack_->addWidget(steps_[i]);
        connect(steps_[i], &Step::changed, this, &Wizard::refresh);
    }
    auto* nav = new Ground(Qt::RightEdge);
    nav->setFixedWidth(theme::px(theme::Size::stepperW));
    auto* navColumn = new QVBoxLayout(nav);
    navColumn->setContentsMargins(theme::space(4), theme::space(5), theme::space(4) + 1, theme::space(4));
    navColumn->setSpacing(theme::space(4));
    auto* headingRow = new QHBoxLayout;
    headingRow->setContentsMargins(theme::space(2), 0, 0, 0);
    headingRow->addWidget(heading_);
    navColumn->addLayout(headingRow);
    navColumn->addWidget(stepper_, 1);

    auto& dismiss = left_->addAction({}, [this] { tellLeft({}, {}); });
    auto* leftRow = new QVBoxLayout(leftHolder_);
    leftRow->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), 0);
    leftRow->addWidget(left_);
    leftHolder_->hide();
    auto* main = new QVBoxLayout;
    main->setSpacing(0);
    main->addWidget(leftHolder_);
    main->addWidget(stack_, 1);
    auto* top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(nav);
    top->addLayout(main, 1);
    auto* whole = new QVBoxLayout(this);
    whole->setSpacing(0);
    whole->addLayout(top, 1);
    whole->addWidget(makeFoot());

    connect(stepper_, &controls::Stepper::chosen, this, [this](int step) { desk_.draft.goTo(step); });
    connect(&desk.draft, &Draft::moved, this, &Wizard::bring);
    connect(&desk.draft, &Draft::changed, this, &Wizard::refresh);
    connect(&desk.models, &bridge::BaseModels::changed, this, &Wizard::refresh);
    controls::say(*this, [this, &dismiss] {
        heading_->setText(tr("New run"));
        stepper_->setAccessibleName(tr("Steps"));
        close_->setText(tr("Close"));
        close_->setToolTip(tr("The draft stays"));
        preset_->setText(tr("Save as preset"));
        save_->setText(tr("Save RUN.yaml"));
        back_->setText(tr("Back"));
        dismiss.setText(tr("Understood"));
        std::vector<controls::Stepper::Step> steps;
        for (const auto* step : steps_) steps.push_back({step->name(), step->detail()});
        stepper_->setSteps(steps);
        refresh();
    });
}

QWidget* Wizard::makeFoot() {
    auto* foot = new Ground(Qt::TopEdge);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(theme::space(5), theme::space(4), theme::space(6), theme::space(4));
    row->setSpacing(theme::space(2));
    row->addWidget(close_);
    row->addSpacing(theme::space(8));
    constexpr std::array kIcons{"memory-stick", "hard-drive"};
    for (std::size_t i = 0; i < kIcons.size(); ++i) {
        icons_[i] = new controls::IconLabel(kIcons[i], Role::textSecondary);
        figures_[i] = new controls::Label({}, theme::TextStyle::body, Role::textSecondary);
        row->addWidget(icons_[i]);
        row->addWidget(figures_[i]);
        row->addSpacing(theme::space(2));
    }
    row->addStretch();
    for (auto* widget : {static_cast<QWidget*>(presetBar_), static_cast<QWidget*>(preset_), static_cast<QWidget*>(save_),
                         static_cast<QWidget*>(back_), static_cast<QWidget*>(next_)})
        row->addWidget(widget);
    connect(close_, &QPushButton::clicked, this, &Wizard::closed);
    connect(preset_, &QPushButton::clicked, this, &Wizard::askPresetName);
    connect(save_, &QPushButton::clicked, this, &Wizard::saveWanted);
    connect(back_, &QPushButton::clicked, this, &Wizard::back);
    connect(next_, &QPushButton::clicked, this, &Wizard::next);
    connect(presetBar_, &PresetBar::named, this, &Wizard::presetNamed);
    return foot;
}

void Wizard::askPresetName() { presetBar_->ask(models::methodText(desk_.draft.spec())); }

QStringList Wizard::stepNames() const {
    QStringList names;
    for (const auto* step : steps_) names << step->name();
    return names;
}

void Wizard::open() {
    at_ = -1;
    bring();
}

void Wizard::leave() {
    if (at_ >= 0) step().leave();
    presetBar_->hide();
}

void Wizard::bring() {
    const int wanted = std::clamp(desk_.draft.step(), 0, kReview);
    if (wanted == at_) return refresh();
    if (at_ >= 0) step().leave();
    at_ = wanted;
    stack_->setCurrentWidget(&step());
    step().open();
    refresh();
    if (isVisible())
        if (auto* first = step().first()) first->setFocus(Qt::OtherFocusReason);
}

void Wizard::next() {
    if (at_ < kReview) {
        if (step().missing().isEmpty()) desk_.draft.goTo(at_ + 1);
        return;
    }
    if (starting_ || firstMissing() < kSteps) return;
    const auto obstacle = step().obstacle();
    if (obstacle.isEmpty()) return Q_EMIT startWanted();
    desk_.context.host.ask({tr("Start a run that is going to stop?"), obstacle, tr("Start anyway")}, [this] { Q_EMIT startWanted(); });
}

void Wizard::back() {
    if (at_ > 0) desk_.draft.goTo(at_ - 1);
}

void Wizard::tellLeft(const QString& title, const QString& text) {
    left_->setText(title, text);
    leftHolder_->setVisible(!title.isEmpty());
}

void Wizard::setStarting(bool starting) {
    starting_ = starting;
    refresh();
}

int Wizard::firstMissing() const {
    for (int i = 0; i < kSteps; ++i)
        if (!steps_[std::size_t(i)]->missing().isEmpty()) return i;
    return kSteps;
}

void Wizard::refresh() {
    if (at_ < 0) return;
    for (int i = 0; i < kSteps; ++i) stepper_->setDetail(i, steps_[std::size_t(i)]->detail());
    const int open = firstMissing();
    stepper_->setCurrent(at_, std::min(desk_.draft.reached(), open));
    const bool last = at_ == kReview;
    back_->setVisible(at_ > 0);
    save_->setVisible(last);
    next_->setText(starting_ ? tr("Starting") : last ? tr("Start run") : tr("Next: %1").arg(steps_[std::size_t(at_ + 1)]->name()));
    next_->setLayoutDirection(last ? Qt::LeftToRight : Qt::RightToLeft);
    next_->setIcon(theme::icon(last ? "play" : "arrow-right", Role::onAccent));
    const auto why = last && open < kSteps ? steps_[std::size_t(open)]->missing() : step().missing();
    controls::disableBecause(*next_, starting_ ? tr("The data is being prepared") : why);
    showFigures();
}

void Wizard::showFigures() {
    const auto outlook = desk_.outlook();
    const bool shows = outlook && width() >= kNarrow && at_ < kReview;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        icons_[i]->setVisible(shows);
        figures_[i]->setVisible(shows);
    }
    if (!shows) return;
    const auto bytes = [](std::int64_t count) { return controls::formatBytes(std::uint64_t(count)); };
    figures_[0]->setText(u"%1 / %2"_s.arg(bytes(outlook->needed), bytes(outlook->place.bytes)));
    figures_[0]->setToolTip(tr("Memory at most, estimated from shapes"));
    figures_[1]->setText(bytes(outlook->diskBytes));
    figures_[1]->setToolTip(tr("Disk for checkpoints and the result"));
}

}  // namespace anneal::pages
