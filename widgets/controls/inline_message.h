#pragma once
// A message in its place on the page: what is so, what to do about it, and the button that does it.

#include <functional>

#include <QFrame>

#include "controls/tone.h"

class QHBoxLayout;
class QPushButton;

namespace anneal::controls {

class Label;

class InlineMessage : public QFrame {
    Q_OBJECT
public:
    /// `text` may wrap; `title` may be empty.
    InlineMessage(Tone tone, const QString& title, const QString& text, QWidget* parent = nullptr);

    void setText(const QString& title, const QString& text);
    /// A button at the right, in the order of the calls.
    QPushButton& addAction(const QString& text, std::function<void()> act);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone tone_;
    Label* title_;
    Label* text_;
    QHBoxLayout* row_;
};

}  // namespace anneal::controls
