#pragma once
// Where one writes what both are asked: the system prompt when it is wanted, the prompt, and Send, which is Stop while they answer.

#include "controls/card.h"

class QPushButton;

namespace anneal::controls {
class Label;
class TextArea;
}  // namespace anneal::controls

namespace anneal::pages {

class Talk;

class Composer : public controls::Card {
    Q_OBJECT
public:
    explicit Composer(Talk& talk);

    QString text() const;
    void setText(const QString& text);
    void focusText();
    void send();
    bool showsSystem() const;
    void setShowsSystem(bool shows);

Q_SIGNALS:
    void textChanged();

private:
    void refresh();

    Talk& talk_;
    controls::TextArea* system_;
    QWidget* systemPart_;
    controls::TextArea* text_;
    QPushButton* systemButton_;
    controls::Label* hint_;
    QPushButton* send_;
    QPushButton* stop_;
};

}  // namespace anneal::pages
