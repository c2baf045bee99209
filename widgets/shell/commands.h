#pragma once
// Everything that can be done or opened by name: the window's and every page's commands, and each data set, run and model.

#include <QKeySequence>

#include "bridge/services.h"
#include "shell/page_stack.h"

namespace anneal::shell {

struct Command {
    QString id;  ///< among the recent ones
    QIcon icon;
    QString text;
    QString detail;  ///< small and grey behind it
    QKeySequence shortcut;
    QString group;
    std::function<void()> run;
};

class Commands {
public:
    Commands(PageStack& pages, bridge::Services& services) : pages_(pages), services_(services) {}

    /// A command of the window itself.
    void add(QAction& action) { own_.append(&action); }
    /// All of them, in the language of the moment.
    std::vector<Command> all() const;
    /// Ids of the last used, newest first.
    QStringList recent() const;
    void remember(const QString& id);

private:
    std::vector<Command> pageCommands() const;
    std::vector<Command> targets() const;

    PageStack& pages_;
    bridge::Services& services_;
    QList<QAction*> own_;
};

/// Ctrl+1 brings the first page of the rail, up to Ctrl+9; empty for later ones.
QKeySequence pageShortcut(const QString& id, const std::vector<pages::PageInfo>& infos);
/// "Ctrl", "K": each key as the palette and the shortcut sheet draw it.
QStringList keysOf(const QKeySequence& shortcut);

}  // namespace anneal::shell
