#pragma once
// What was asked, and below it the answers side by side.

#include <array>

#include <QWidget>

#include "pages/chat/conversation.h"

class QHBoxLayout;

namespace anneal::controls {
class Card;
class IconButton;
class Label;
class TextBody;
}  // namespace anneal::controls

namespace anneal::pages {

class AnswerView;

class TurnView : public QWidget {
    Q_OBJECT
public:
    TurnView();

    void setPrompt(const QString& prompt);
    /// Null: this side was not asked. A side that is not `shown` takes no room.
    void show(std::size_t side, const Answer* answer, bool shown, bool loading, bool mayAsk);

Q_SIGNALS:
    /// The prompt is to be changed and asked anew.
    void edited();
    void again(std::size_t side);
    void kept(const QString& text);

private:
    controls::Label* you_;
    controls::TextBody* prompt_;
    controls::IconButton* edit_;
    controls::IconButton* copy_;
    std::array<AnswerView*, kSides> answers_{};
    std::array<QWidget*, kSides> places_{};
    std::array<controls::Label*, kSides> gaps_{};
};

}  // namespace anneal::pages
