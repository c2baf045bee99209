#pragma once
// One answer: its text as it comes, then how it went and what may be done with it.

#include "controls/card.h"
#include "pages/chat/conversation.h"

namespace anneal::controls {
class IconButton;
class InlineMessage;
class Label;
class Spinner;
class TextBody;
}  // namespace anneal::controls

namespace anneal::pages {

class AnswerView : public controls::Card {
    Q_OBJECT
public:
    AnswerView();

    /// `loading`: the model is not in memory yet. `mayAsk`: it is the last, and its side is free.
    void show(const Answer& answer, bool loading, bool mayAsk);

Q_SIGNALS:
    void again();
    /// This is what a right answer is.
    void kept(const QString& text);

private:
    void refresh();
    QString facts() const;

    Answer answer_;
    bool loading_ = false;
    bool mayAsk_ = false;
    controls::TextBody* text_;
    controls::InlineMessage* failure_;
    controls::Spinner* spinner_;
    controls::Label* facts_;
    controls::IconButton* copy_;
    controls::IconButton* again_;
    controls::IconButton* keep_;
};

}  // namespace anneal::pages
