#pragma once
// The ring around the widget that has the keyboard focus: 2 pixels, 1 pixel outside. It shows while the keyboard steers and
// hides with the next press of the mouse.

#include <QFocusFrame>
#include <QPointer>

namespace anneal::theme {

/// Watches the whole application: install it as the application's event filter.
class FocusRing : public QObject {
    Q_OBJECT
public:
    FocusRing();
    ~FocusRing() override;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void follow(QWidget* focused);

    QPointer<QFocusFrame> frame_;
};

/// Whether the last input came from the keyboard, so that whatever has the focus should show it.
bool keyboardSteers();

/// Keeps the ring away from a widget that shows the focus itself, for instance on its current row.
void setOwnFocus(QWidget& widget);

}  // namespace anneal::theme
