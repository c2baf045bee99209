#include "pages/page.h"

#include <QCoreApplication>

#include "theme/icons.h"

namespace anneal::pages {
namespace {

constexpr auto kReachesWindow = "reachesWindow";

}  // namespace

QString PageInfo::name() const { return QCoreApplication::translate("Pages", title); }

Page::Page(const Context& context) : context_(context) {}

void Page::goTo(const QString&) {}
void Page::restoreState(const QJsonObject&) {}
bool Page::accepts(const QStringList&) const { return false; }
void Page::open(const QStringList&) {}

QAction* Page::addCommand(const QString& id, std::string_view icon, const QKeySequence& shortcut, Reach reach, std::function<void()> run) {
    auto* command = new QAction(this);
    command->setObjectName(id);
    command->setIcon(theme::icon(icon));
    command->setShortcut(shortcut);
    // The shortcuts of a page that is hidden are dead; the window takes those that reach everywhere.
    command->setProperty(kReachesWindow, reach == Reach::window);
    connect(command, &QAction::triggered, this, std::move(run));
    addAction(command);
    return command;
}

void Page::setStatus(PageStatus status) {
    status_ = std::move(status);
    Q_EMIT statusChanged();
}

void Page::setMarked(bool marked) {
    if (marked == marked_) return;
    marked_ = marked;
    Q_EMIT markedChanged();
}

bool reachesWindow(const QAction& command) { return command.property(kReachesWindow).toBool(); }

}  // namespace anneal::pages
