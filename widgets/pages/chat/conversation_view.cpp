#include "pages/chat/conversation_view.h"

#include <QScrollBar>

#include "pages/chat/turn_view.h"

namespace anneal::pages {

ConversationView::ConversationView(Talk& talk) : talk_(talk) {
    column().setSpacing(theme::space(3));
    column().addStretch();
    auto* bar = verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) { atEnd_ = value >= bar->maximum() - theme::space(2); });
    column().setContentsMargins(0, 0, barWidth(), 0);
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int most) {
        // The bar takes the place that is kept for it, so that the turns stay below the heads of their models.
        column().setContentsMargins(0, 0, most > 0 ? 0 : barWidth(), 0);
        if (atEnd_) bar->setValue(most);
    });
    connect(&talk, &Talk::turnsChanged, this, &ConversationView::sync);
    connect(&talk, &Talk::answerChanged, this, &ConversationView::show);
    connect(&talk, &Talk::stateChanged, this, [this] {
        if (turns_.empty()) return;
        for (std::size_t side = 0; side < kSides; ++side) show(turns_.size() - 1, side);
    });
    sync();
}

int ConversationView::barWidth() const { return verticalScrollBar()->sizeHint().width(); }

TurnView* ConversationView::makeTurn(std::size_t turn) {
    auto* view = new TurnView;
    connect(view, &TurnView::edited, this, [this, turn] { Q_EMIT edited(turn); });
    connect(view, &TurnView::again, &talk_, &Talk::again);
    connect(view, &TurnView::kept, this, [this, turn](const QString& text) { Q_EMIT kept(turn, text); });
    column().insertWidget(int(turn), view);
    return view;
}

void ConversationView::sync() {
    const auto& turns = talk_.conversation().turns;
    const bool more = turns.size() > turns_.size();
    for (; turns_.size() > turns.size(); turns_.pop_back()) {
        // The press that took it away may be one of its own.
        turns_.back()->hide();
        turns_.back()->deleteLater();
    }
    while (turns_.size() < turns.size()) turns_.push_back(makeTurn(turns_.size()));
    for (std::size_t turn = 0; turn < turns.size(); ++turn) {
        turns_[turn]->setPrompt(turns[turn].prompt);
        for (std::size_t side = 0; side < kSides; ++side) show(turn, side);
    }
    if (more) atEnd_ = true;
}

void ConversationView::show(std::size_t turn, std::size_t side) {
    if (turn >= turns_.size()) return;
    const auto& answer = talk_.conversation().turns[turn].answers[side];
    const auto& model = talk_.side(side);
    const bool last = turn + 1 == turns_.size();
    turns_[turn]->show(side, answer ? &*answer : nullptr, talk_.isShown(side), last && model.state() == ChatSide::State::loading,
                       last && model.chosen() && !model.isBusy());
}

}  // namespace anneal::pages
