#pragma once
// What a page or a card shows when it is not full: empty, busy, or stopped by an error. Each says what is so and offers the
// button that helps.

#include <functional>

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace anneal::controls {

class Label;
class Spinner;

class Face : public QWidget {
    Q_OBJECT
public:
    /// What belongs here, and the one button that brings it.
    static Face* empty(std::string_view icon, const QString& title, const QString& text, QWidget* parent = nullptr);
    /// What is read; setProgress says how much and how long still.
    static Face* busy(const QString& title, QWidget* parent = nullptr);
    /// What happened and what to do; `details` is what Copy details puts on the clipboard.
    static Face* error(const QString& title, const QString& text, const QString& details, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& text);
    /// The first button of an empty face is primary, every other secondary.
    QPushButton& addAction(const QString& text, std::function<void()> act);
    /// Of a busy face: 0 … 1, below 0 unknown.
    void setProgress(double share, const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    Face(QWidget* mark, const QString& title, const QString& text, QWidget* parent);
    void offerDetails(const QString& details);

    Label* title_;
    Label* text_;
    QHBoxLayout* actions_;
    Spinner* spinner_ = nullptr;
    QPushButton* details_ = nullptr;
    bool primary_ = false;
};

}  // namespace anneal::controls
