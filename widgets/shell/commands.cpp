#include "shell/commands.h"

#include <QCoreApplication>
#include <QJsonArray>

#include "controls/numbers.h"
#include "theme/icons.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

constexpr int kMostRecent = 12;
constexpr int kPagesByNumber = 9;
const auto kRecent = u"palette.recent"_s;

QString words(const char* text) { return QCoreApplication::translate("Commands", text); }

}  // namespace

std::vector<Command> Commands::all() const {
    std::vector<Command> commands = pageCommands();
    for (const auto& info : pages_.infos())
        commands.push_back({u"go."_s + info.id,
                            theme::icon(info.icon),
                            info.name(),
                            {},
                            pageShortcut(info.id, pages_.infos()),
                            words(QT_TRANSLATE_NOOP("Commands", "Go to")),
                            [this, id = info.id] { pages_.show(id); }});
    for (auto* action : own_)
        if (action->isEnabled())
            commands.push_back({action->objectName(),
                                action->icon(),
                                action->text(),
                                {},
                                action->shortcut(),
                                words(QT_TRANSLATE_NOOP("Commands", "Window")),
                                [action] { action->trigger(); }});
    auto targets = this->targets();
    std::ranges::move(targets, std::back_inserter(commands));
    return commands;
}

std::vector<Command> Commands::pageCommands() const {
    std::vector<Command> commands;
    for (const auto& info : pages_.infos()) {
        const auto* page = pages_.made(info.id);
        if (!page) continue;
        for (auto* action : page->actions()) {
            if (!action->isEnabled() || action->isSeparator() || action->text().isEmpty()) continue;
            const auto run = [this, id = info.id, action] {
                if (!pages::reachesWindow(*action)) pages_.show(id);
                action->trigger();
            };
            commands.push_back({action->objectName(), action->icon(), action->text(), info.name(), action->shortcut(),
                                words(QT_TRANSLATE_NOOP("Commands", "Commands")), run});
        }
    }
    return commands;
}

std::vector<Command> Commands::targets() const {
    std::vector<Command> targets;
    const auto add = [&](const QString& page, const char* icon, const QString& place, const QString& name, const QString& detail,
                         const char* group) {
        targets.push_back({u"open."_s + page + u'.' + place, theme::icon(icon), name, detail, {}, words(group), [this, page, place] {
                               pages_.show(page, place);
                           }});
    };
    if (pages_.has(u"data"_s))
        for (const auto& dataset : services_.datasets.all())
            add(u"data"_s, "database", dataset.id, dataset.id,
                words(QT_TRANSLATE_NOOP("Commands", "%1 rows")).arg(controls::formatCount(dataset.manifest.rows)),
                QT_TRANSLATE_NOOP("Commands", "Data sets"));
    if (pages_.has(u"runs"_s))
        for (const auto& run : services_.runs.all())
            add(u"runs"_s, "chart-spline", QString::fromStdString(run.status.id), QString::fromStdString(run.name),
                QString::fromStdString(run.status.id), QT_TRANSLATE_NOOP("Commands", "Runs"));
    if (pages_.has(u"models"_s))
        for (const auto& model : services_.models.all()) {
            const auto name = QString::fromStdString(model.name);
            add(u"models"_s, "box", name, name, controls::formatCompact(double(model.parameters)), QT_TRANSLATE_NOOP("Commands", "Models"));
        }
    return targets;
}

QStringList Commands::recent() const {
    QStringList ids;
    for (const auto& id : services_.state.value(kRecent).toArray()) ids << id.toString();
    return ids;
}

void Commands::remember(const QString& id) {
    auto ids = recent();
    ids.removeAll(id);
    ids.prepend(id);
    services_.state.setValue(kRecent, QJsonArray::fromStringList(ids.first(std::min<qsizetype>(ids.size(), kMostRecent))));
}

QKeySequence pageShortcut(const QString& id, const std::vector<pages::PageInfo>& infos) {
    const auto number = std::ranges::find(infos, id, &pages::PageInfo::id) - infos.begin() + 1;
    return number <= kPagesByNumber ? QKeySequence(u"Ctrl+%1"_s.arg(number)) : QKeySequence();
}

QStringList keysOf(const QKeySequence& shortcut) {
    const auto text = shortcut.toString(QKeySequence::NativeText);
    if (text.isEmpty()) return {};
    // "Ctrl++" is Ctrl and the plus key.
    auto keys = text.split(u'+', Qt::SkipEmptyParts);
    if (text.endsWith(u"++"_s) || text == u"+"_s) keys << u"+"_s;
    return keys;
}

}  // namespace anneal::shell
