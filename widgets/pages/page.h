#pragma once
// A page of the window: what it owes to the window, and what the window does for it. CONTRIBUTING.md says how one is added.

#include <QAction>
#include <QJsonObject>
#include <QWidget>

#include "bridge/services.h"
#include "pages/host.h"

namespace anneal::pages {

struct Context {
    bridge::Services& services;
    Host& host;
};

class Page;

/// What the window knows of a page before it makes it.
struct PageInfo {
    QString id;         ///< "runs": in links and in studio.db; never translated
    std::string icon;   ///< of resources/icons
    const char* title;  ///< QT_TRANSLATE_NOOP("Pages", "Runs")
    std::function<Page*(const Context&)> make;
    bool last = false;  ///< at the bottom of the rail

    QString name() const;  ///< in the language of the moment
};

/// Bottom left of the window: whether all is saved, or how fresh what one sees is.
struct PageStatus {
    std::string icon;  ///< empty: none
    QString text;
};

/// Made once, after the window's first paint, hidden until it is wanted: a constructor lays out, activate() begins to read.
/// Texts are set by controls::say, so that they follow the language. What takes over 50 ms is a job.
class Page : public QWidget {
    Q_OBJECT
public:
    /// As the shortcut is meant: while this page shows, or anywhere in the window.
    enum class Reach { page, window };

    explicit Page(const Context& context);

    /// It comes to the front, or leaves it.
    virtual void activate() {}
    virtual void deactivate() {}

    /// Where one is within the page, as Host::go takes it; empty: at its top. Kept as the history and between starts.
    virtual QString place() const { return {}; }
    virtual void goTo(const QString& place);
    /// The names above where one is, outermost first, without the page's own: {"contracts-lora16"}.
    virtual QStringList breadcrumb() const { return {}; }

    /// Tabs, columns, half-filled forms: what a next start should find. Quick; asked every few seconds while the page shows.
    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject& state);

    /// Files that were dropped on the window: the page that shows is asked first, then the others in the rail's order.
    virtual bool accepts(const QStringList& files) const;
    virtual void open(const QStringList& files);

    const PageStatus& status() const { return status_; }
    bool isMarked() const { return marked_; }

Q_SIGNALS:
    /// place() or breadcrumb() is another.
    void moved();
    void statusChanged();
    void markedChanged();

protected:
    bridge::Services& services() const { return context_.services; }
    Host& host() const { return context_.host; }

    /// A command of this page: in the palette from anywhere, by its shortcut within `reach`. `id` is kept among the recent
    /// ones. Set its text by controls::say. Disabled it stays out of the palette.
    QAction* addCommand(const QString& id, std::string_view icon, const QKeySequence& shortcut, Reach reach, std::function<void()> run);
    void setStatus(PageStatus status);
    /// A dot at the page's icon in the rail: something there lives.
    void setMarked(bool marked);

private:
    Context context_;
    PageStatus status_;
    bool marked_ = false;
};

/// Whether addCommand gave `command` the reach of the window.
bool reachesWindow(const QAction& command);

}  // namespace anneal::pages
