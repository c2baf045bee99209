#pragma once
// The result of what was just done, at the bottom right for six seconds, with the link that takes it back or leads on.

#include <functional>

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include "controls/tone.h"

namespace anneal::controls {

struct ToastText {
    Tone tone = Tone::success;
    QString title;
    QString detail;
    QString link;                  ///< empty: none
    std::function<void()> follow;  ///< of the link; the toast then goes
};

class Toast : public QFrame {
    Q_OBJECT
public:
    explicit Toast(ToastText text, QWidget* parent = nullptr);

Q_SIGNALS:
    void gone();

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void leave();

    Tone tone_;
    QTimer stay_;
};

/// Keeps the toasts of a window one above the other; the newest is the lowest, and no more than three show.
class ToastStack : public QObject {
    Q_OBJECT
public:
    /// `bottom` pixels of the window are left free, for instance for its status bar.
    ToastStack(QWidget& window, int bottom);

    void show(ToastText text);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void place();

    QWidget& window_;
    int bottom_;
    QList<QPointer<Toast>> toasts_;
};

}  // namespace anneal::controls
