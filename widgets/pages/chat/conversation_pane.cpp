#include "pages/chat/conversation_pane.h"

#include <QPushButton>
#include <QStackedLayout>

#include "controls/face.h"
#include "controls/inline_message.h"
#include "controls/words.h"
#include "pages/chat/composer.h"
#include "pages/chat/conversation_view.h"
#include "pages/chat/model_head.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

ConversationPane::ConversationPane(const Context& context, Talk& talk, const ChoiceList& choices)
    : context_(context),
      talk_(talk),
      choices_(choices),
      faces_(new QStackedLayout(this)),
      busy_(controls::Face::busy({})),
      empty_(controls::Face::empty("messages-square", {}, {})),
      full_(new QWidget),
      turns_(new ConversationView(talk)),
      invitation_(controls::Face::empty("messages-square", {}, {})),
      composer_(new Composer(talk)) {
    auto* models = context.host.has(u"models"_s) ? &empty_->addAction({}, [this] { context_.host.go(u"models"_s); }) : nullptr;
    auto& file = empty_->addAction({}, [this] { Q_EMIT modelElsewhere(Talk::kTuned); });
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(3));
    top->setContentsMargins(0, 0, turns_->barWidth(), 0);
    for (std::size_t side = 0; side < kSides; ++side) {
        heads_[side] = new ModelHead(talk, side, choices);
        failures_[side] = new controls::InlineMessage(controls::Tone::danger, {}, {});
        tops_[side] = new QWidget;
        auto* place = new QVBoxLayout(tops_[side]);
        place->setSpacing(theme::space(2));
        place->addWidget(heads_[side]);
        place->addWidget(failures_[side]);
        place->addStretch();
        top->addWidget(tops_[side], 1);
        auto& retry = failures_[side]->addAction({}, [this, side] { talk_.side(side).load(); });
        controls::say(*failures_[side], [&retry] { retry.setText(tr("Try again")); });
        connect(heads_[side], &ModelHead::chosen, this, [this, side](const QString& key) { Q_EMIT modelChosen(side, key); });
        connect(heads_[side], &ModelHead::elsewhere, this, [this, side] { Q_EMIT modelElsewhere(side); });
    }
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(0, 0, turns_->barWidth(), 0);
    bottom->addWidget(composer_);
    auto* column = new QVBoxLayout(full_);
    column->setSpacing(theme::space(3));
    column->addLayout(top);
    column->addWidget(turns_, 1);
    column->addWidget(invitation_, 1);
    column->addLayout(bottom);
    for (auto* face : {static_cast<QWidget*>(busy_), static_cast<QWidget*>(empty_), full_}) faces_->addWidget(face);
    connect(turns_, &ConversationView::edited, this, &ConversationPane::edit);
    connect(turns_, &ConversationView::kept, this, [this](std::size_t, const QString& text) { Q_EMIT kept(text); });
    connect(&talk, &Talk::turnsChanged, this, &ConversationPane::refresh);
    connect(&talk, &Talk::stateChanged, this, &ConversationPane::refresh);
    connect(&choices, &ChoiceList::changed, this, &ConversationPane::refresh);
    controls::say(*this, [=, this, &file] {
        busy_->setWords(tr("Looking for models"), {});
        empty_->setWords(tr("No model to talk to yet"),
                         tr("A base model, what a run has made, or a GGUF file answers here, two of them side by side."));
        if (models) models->setText(tr("Open Models"));
        file.setText(tr("Open a file or folder"));
        refresh();
    });
}

void ConversationPane::refresh() {
    const bool any = !choices_.all().empty() || talk_.side(Talk::kTuned).chosen() || !talk_.conversation().isEmpty();
    faces_->setCurrentWidget(any ? full_ : choices_.isReady() ? static_cast<QWidget*>(empty_) : busy_);
    for (std::size_t side = 0; side < kSides; ++side) {
        tops_[side]->setVisible(talk_.isShown(side));
        heads_[side]->refresh();
        const bool failed = talk_.side(side).state() == ChatSide::State::failed;
        failures_[side]->setVisible(failed);
        const auto& error = talk_.side(side).error();
        if (failed) failures_[side]->setText(QString::fromStdString(error.message), QString::fromStdString(error.hint));
    }
    const bool empty = talk_.conversation().isEmpty();
    turns_->setVisible(!empty);
    invitation_->setVisible(empty);
    invitation_->setWords(talk_.isPaired() ? tr("Ask both the same") : tr("Ask what you like"),
                          talk_.isPaired() ? tr("Both read the same prompt, with the same seed and settings. Ctrl Enter sends it.")
                                           : tr("The model reads the whole conversation each time. Ctrl Enter sends it."));
}

void ConversationPane::edit(std::size_t turn) {
    const auto before = composer_->text();
    composer_->setText(talk_.conversation().turns[turn].prompt);
    auto whole = std::make_shared<Conversation>(talk_.cut(turn));
    composer_->focusText();
    context_.host.toast({controls::Tone::neutral, tr("Took the prompt back to change it"),
                         tr("%n turn(s) left the conversation", nullptr, int(whole->turns.size() - turn)), tr("Undo"),
                         [this, whole, before] {
                             talk_.restore(*whole);
                             composer_->setText(before);
                         }});
}

}  // namespace anneal::pages
