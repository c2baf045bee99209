#include "shell/welcome.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/label.h"
#include "controls/words.h"
#include "shell/focus_within.h"
#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

using theme::Role;
using theme::TextStyle;

constexpr int kWidth = 640;
constexpr int kStepHeight = 300;
constexpr int kMark = 40;
constexpr int kSteps = 3;
const auto kStep = u"welcome.step"_s;

class Mark : public QWidget {
public:
    Mark() { setFixedSize(kMark, kMark); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme::drawMark(painter, rect());
    }
};

}  // namespace

Welcome::Welcome(const pages::Context& context, QWidget* parent)
    : QWidget(parent),
      services_(context.services),
      steps_(new QStackedWidget),
      title_(new controls::Label({}, TextStyle::display)),
      count_(new controls::Label({}, TextStyle::body, Role::textSecondary)),
      back_(controls::makeButton(theme::Kind::secondary, {})),
      next_(controls::makeButton(theme::Kind::primary, {}, "arrow-right")) {
    theme::setGround(*this, Role::window);
    next_->setLayoutDirection(Qt::RightToLeft);
    steps_->setMinimumHeight(kStepHeight);
    steps_->addWidget(makeLookStep(services_.settings));
    steps_->addWidget(makeMachineStep(context, [this](const QString& folder) { Q_EMIT homeChosen(folder); }));
    steps_->addWidget(makeBeginStep(context, [this] { Q_EMIT done(); }));

    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title_);
    words->addWidget(count_);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(4));
    top->addWidget(new Mark);
    top->addLayout(words, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(back_);
    bottom->addStretch();
    bottom->addWidget(next_);
    auto* inside = new QWidget;
    inside->setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(inside);
    column->setSpacing(theme::space(6));
    column->addLayout(top);
    column->addWidget(steps_);
    column->addLayout(bottom);
    auto* whole = new QVBoxLayout(this);
    whole->addStretch(2);
    whole->addWidget(inside, 0, Qt::AlignHCenter);
    whole->addStretch(3);

    connect(back_, &QPushButton::clicked, this, [this] { show(steps_->currentIndex() - 1); });
    connect(next_, &QPushButton::clicked, this, [this] { show(steps_->currentIndex() + 1); });
    parent->installEventFilter(this);
    setGeometry(parent->rect());
    controls::say(*this, [this] {
        setAccessibleName(tr("Welcome"));
        title_->setText(tr("Welcome to Anneal Studio"));
        back_->setText(tr("Back"));
        next_->setText(tr("Next"));
        show(steps_->currentIndex());
    });
    show(std::clamp(services_.state.value(kStep).toInt(), 0, kSteps - 1));
}

void Welcome::show(int step) {
    steps_->setCurrentIndex(step);
    services_.state.setValue(kStep, step);
    count_->setText(tr("Step %1 of %2").arg(step + 1).arg(kSteps));
    back_->setVisible(step > 0);
    next_->setVisible(step + 1 < kSteps);
    if (next_->isVisible()) next_->setFocus(Qt::OtherFocusReason);
}

bool Welcome::focusNextPrevChild(bool next) { return moveFocusWithin(*this, next); }

bool Welcome::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::Resize) setGeometry(static_cast<QWidget*>(object)->rect());
    return false;
}

void Welcome::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::fillRect(painter, rect(), theme::color(Role::window));
}

}  // namespace anneal::shell
