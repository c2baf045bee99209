#pragma once
// The very window that people open, offscreen, and hands that use it as a person would.

#include <memory>

#include "bridge/services.h"
#include "shell/window.h"
#include "studio/studio.h"
#include "widgets/window/temporary_home.h"
#include "widgets/window_support.h"

namespace anneal::test {

/// Fails the test when a part of a page is shown before it has a place in it: for a moment it is a window of its own, which flashes
/// and takes the keys from the real one.
class StrayWindows : public QObject {
    Q_OBJECT
public:
    StrayWindows();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
};

/// Opened at 1440 × 900 past the welcome, everything read.
class OpenWindow {
public:
    enum class Welcome { past, shown };
    explicit OpenWindow(Welcome welcome = Welcome::past);
    ~OpenWindow();

    shell::Window& window() { return studio_.window(); }
    bridge::Services& services() { return studio_.services(); }
    /// Goes to a page and gives it.
    pages::Page& page(const QString& id, const QString& place = {});
    void choose(theme::Choice appearance) { services().settings.setAppearance(appearance); }
    void speak(const QString& language);

private:
    StrayWindows stray_;
    studio::Studio studio_;
};

/// The visible widget of a class with this text or accessible name below `root`, rather one that nothing lies over; fails the test
/// and gives null where none is.
QWidget* findShown(QWidget& root, const QString& text, const char* className = "QWidget");
/// A click in the middle of what findShown finds.
void click(QWidget& root, const QString& text);
void click(QWidget& widget);
/// Two clicks in quick succession at a place of a view.
void doubleClick(QAbstractItemView& view, const QPoint& at);
/// Into whatever has the focus.
void type(QWidget& window, const QString& text);
void press(QWidget& window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Waits up to a minute, for machines that have much to do; false where it did not come.
bool comes(const std::function<bool()>& what);

}  // namespace anneal::test
