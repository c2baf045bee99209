#include "pages/home/demo_offer.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "bridge/demo_project.h"
#include "bridge/run_start.h"
#include "controls/buttons.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/words.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;

const auto kDataset = u"demo-clauses"_s;
constexpr std::string_view kRun = "demo-lora16";

}  // namespace

DemoOffer::DemoOffer(const Context& context)
    : context_(context),
      title_(new controls::Label({})),
      text_(new controls::Label({}, TextStyle::caption, Role::textSecondary)),
      button_(controls::makeButton(theme::Kind::secondary, {})) {
    theme::setGround(*this, Role::raised);
    theme::setCompact(*button_);
    title_->setTextStyle(TextStyle::body, theme::Weight::medium);
    text_->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title_);
    words->addWidget(text_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
    row->setSpacing(theme::space(3));
    row->addWidget(new controls::IconLabel("flask-conical", Role::accentText, theme::px(theme::Size::iconRail)));
    row->addLayout(words, 1);
    row->addWidget(button_);
    connect(button_, &QPushButton::clicked, this, &DemoOffer::act);
    controls::say(*this, [this] { refresh(); });
}

const runs::RunOverview* DemoOffer::run() const {
    for (const auto& run : context_.services.runs.all())
        if (run.name.starts_with(kRun)) return &run;
    return nullptr;
}

DemoOffer::State DemoOffer::state() const {
    if (busy_) return State::busy;
    if (!context_.services.datasets.find(kDataset)) return State::absent;
    const auto* trained = run();
    if (!trained) return State::ready;
    if (bridge::isLiveState(trained->status.state)) return State::running;
    return trained->status.state == runs::RunState::done ? State::trained : State::ready;
}

void DemoOffer::refresh() {
    const auto now = state();
    const bool hasRuns = context_.host.has(u"runs"_s);
    const auto say = [this](const QString& title, const QString& text, const QString& button) {
        title_->setText(title);
        text_->setText(text);
        button_->setText(button);
        button_->setVisible(!button.isEmpty());
    };
    switch (now) {
        case State::absent: say(tr("See the whole loop"), tr("Demo model and data, about a minute."), tr("Open demo")); break;
        case State::busy: say(tr("See the whole loop"), tr("The demo is being made ready."), tr("Open demo")); break;
        case State::ready:
            say(tr("The demo is ready to train"), tr("A small model learns to read contract clauses, in about a minute."),
                tr("Train the demo"));
            break;
        case State::running: say(tr("The demo trains"), tr("Its loss falls while you watch."), hasRuns ? tr("Watch") : QString()); break;
        case State::trained:
            say(tr("The demo is trained"), tr("Ask it, export it, or start a run on your own data."), hasRuns ? tr("Open run") : QString());
            break;
    }
    controls::disableBecause(*button_, now == State::busy ? tr("It is at work; see the jobs at the top right") : QString());
}

void DemoOffer::act() {
    auto& services = context_.services;
    const auto begin = [this] {
        busy_ = true;
        refresh();
    };
    const auto end = [this](const auto& result) {
        busy_ = false;
        if (!result && result.error().code != "stopped") fail(result.error());
        refresh();
    };
    switch (state()) {
        case State::absent:
            begin();
            bridge::openDemo(services, *this, end);
            break;
        case State::ready: {
            auto spec = bridge::demoRun();
            if (!spec) return fail(spec.error());
            begin();
            bridge::startRun(services, std::move(*spec), *this, end);
            break;
        }
        case State::running:
        case State::trained: context_.host.go(u"runs"_s, QString::fromStdString(run()->status.id)); break;
        case State::busy: break;
    }
}

void DemoOffer::fail(const Error& error) {
    context_.host.toast({controls::Tone::danger, QString::fromStdString(error.message), QString::fromStdString(error.hint), {}, {}});
}

void DemoOffer::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::fillRect(painter, rect(), theme::color(Role::raised));
    theme::fillRect(painter, QRectF(0, 0, width(), 1), theme::color(Role::border));
}

}  // namespace anneal::pages
