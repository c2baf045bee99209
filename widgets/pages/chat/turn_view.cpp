#include "pages/chat/turn_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/label.h"
#include "controls/text_body.h"
#include "controls/words.h"
#include "pages/chat/answer_view.h"
#include "theme/kind.h"

namespace anneal::pages {

TurnView::TurnView()
    : you_(controls::makeCaption({})),
      prompt_(new controls::TextBody({})),
      edit_(new controls::IconButton("pencil", {})),
      copy_(new controls::IconButton("copy", {})) {
    auto* asked = new controls::Card(16);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(1));
    top->addWidget(you_);
    top->addStretch();
    for (auto* button : {copy_, edit_}) {
        theme::setCompact(*button);
        top->addWidget(button);
    }
    asked->body().setContentsMargins(theme::space(4), theme::space(2), theme::space(2), theme::space(3));
    asked->body().setSpacing(0);
    asked->body().addLayout(top);
    auto* words = new QHBoxLayout;
    words->setContentsMargins(0, 0, theme::space(2), 0);
    words->addWidget(prompt_);
    asked->body().addLayout(words);

    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(3));
    for (std::size_t side = 0; side < kSides; ++side) {
        answers_[side] = new AnswerView;
        gaps_[side] = new controls::Label({}, theme::TextStyle::caption, theme::Role::textSecondary);
        gaps_[side]->setAlignment(Qt::AlignCenter);
        places_[side] = new QWidget;
        auto* place = new QVBoxLayout(places_[side]);
        place->addWidget(answers_[side]);
        place->addWidget(gaps_[side]);
        row->addWidget(places_[side], 1);
        connect(answers_[side], &AnswerView::again, this, [this, side] { Q_EMIT again(side); });
        connect(answers_[side], &AnswerView::kept, this, &TurnView::kept);
    }
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::space(3));
    column->addWidget(asked);
    column->addLayout(row);
    connect(edit_, &QToolButton::clicked, this, &TurnView::edited);
    connect(copy_, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(prompt_->body()); });
    controls::say(*this, [this] {
        you_->setText(tr("You"));
        prompt_->setAccessibleName(tr("What you asked"));
        edit_->setName(tr("Change the prompt and ask anew"));
        copy_->setName(tr("Copy the prompt"));
        for (auto* gap : gaps_) gap->setText(tr("Was not asked"));
    });
}

void TurnView::setPrompt(const QString& prompt) { prompt_->setBody(prompt); }

void TurnView::show(std::size_t side, const Answer* answer, bool shown, bool loading, bool mayAsk) {
    places_[side]->setVisible(shown);
    answers_[side]->setVisible(answer);
    gaps_[side]->setVisible(!answer);
    if (answer) answers_[side]->show(*answer, loading, mayAsk);
}

}  // namespace anneal::pages
