#pragma once
// The window: rail, top line, pages, bottom line, and what floats over them. It puts them together; what each does is its own.

#include <QWidget>

#include "controls/toast.h"
#include "shell/commands.h"
#include "shell/layers.h"
#include "shell/page_stack.h"

namespace anneal::shell {

class BellList;
class DesktopNotifier;
class JobTray;
class Palette;
class ProjectMenu;
class Rail;
class ShortcutSheet;
class StatusLine;
class TopBar;
class Welcome;

class Window : public QWidget, public pages::Host {
    Q_OBJECT
public:
    Window(bridge::Services& services, std::vector<pages::PageInfo> infos);
    ~Window() override;

    /// Where it was left, with the page that was left; at the very first start with the welcome over it.
    void restore();
    PageStack& pages() { return *stack_; }
    Layers& layers() { return *layers_; }

    bool has(const QString& page) const override;
    void go(const QString& page, const QString& place) override;
    void toast(controls::ToastText text) override;
    void ask(pages::Question question, std::function<void()> yes) override;
    void chooseFiles(const pages::FileChoice& choice, std::function<void(const QStringList&)> chosen) override;
    void reveal(const QString& path) override;
    std::vector<pages::ShortcutGroup> shortcuts() const override;

Q_SIGNALS:
    /// The first picture is on the screen.
    void painted();
    /// Data is to live in `folder`: everything is to start anew from there.
    void homeChosen(const QString& folder);

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void wireTop();
    void wireLayers();
    void makeCommands();
    QAction* addCommand(const QString& id, const char* icon, const QList<QKeySequence>& shortcuts, std::function<void()> run);
    void makeRest();
    void showStatus();
    void showTitle();
    void showTray();
    void tell(const bridge::Notification& notification);
    void openPalette();
    void openProjects(bool forName);
    void openShortcuts();
    void welcome();

    bridge::Services& services_;
    PageStack* stack_;
    Commands commands_;
    TopBar* top_;
    Rail* rail_;
    StatusLine* status_;
    Layers* layers_;
    controls::ToastStack* toasts_;
    Palette* palette_;
    JobTray* tray_;
    BellList* bell_;
    ProjectMenu* projects_;
    ShortcutSheet* shortcutSheet_;
    DesktopNotifier* desktop_;
    Welcome* welcome_ = nullptr;
    QTimer trayTick_;
    bool painted_ = false;
};

}  // namespace anneal::shell
