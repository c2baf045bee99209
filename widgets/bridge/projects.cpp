#include "bridge/projects.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace anneal::bridge {
namespace {

const auto kCurrent = u"project"_s;

constexpr std::array kKinds{std::pair{Projects::Kind::dataset, "dataset"}, std::pair{Projects::Kind::run, "run"},
                            std::pair{Projects::Kind::model, "model"}, std::pair{Projects::Kind::preset, "preset"}};

std::string nameOf(Projects::Kind kind) { return std::ranges::find(kKinds, kind, &std::pair<Projects::Kind, const char*>::first)->second; }

double seconds(const QDateTime& time) { return double(time.toMSecsSinceEpoch()) / 1000; }

}  // namespace

Projects::Projects(store::StudioDatabase& database, StateStore& state) : database_(database), state_(state) {
    for (const auto& row : database_.read("SELECT id, name, created FROM projects"))
        projects_.append({QString::fromStdString(row.text(0)), QString::fromStdString(row.text(1)),
                          QDateTime::fromMSecsSinceEpoch(qint64(row.real(2) * 1000))});
    for (const auto& row : database_.read("SELECT project, kind, item FROM members")) {
        const auto kind = row.text(1);
        const auto known = std::ranges::find_if(kKinds, [&](const auto& each) { return each.second == kind; });
        if (known != kKinds.end())
            members_[QString::fromStdString(row.text(0))].insert({known->first, QString::fromStdString(row.text(2))});
    }
    sort();
    if (const auto last = state_.value(kCurrent).toString(); find(last)) current_ = last;
}

const Project* Projects::find(const QString& id) const {
    const auto found = std::ranges::find(projects_, id, &Project::id);
    return found == projects_.end() ? nullptr : &*found;
}

void Projects::choose(const QString& id) {
    if (id == current_ || (!id.isEmpty() && !find(id))) return;
    current_ = id;
    state_.setValue(kCurrent, id);
    Q_EMIT currentChanged();
    Q_EMIT membersChanged();
}

QString Projects::create(const QString& name) {
    const Project project{QUuid::createUuid().toString(QUuid::WithoutBraces), name, QDateTime::currentDateTime()};
    database_.write("INSERT INTO projects(id, name, created) VALUES(?, ?, ?)",
                    {project.id.toStdString(), name.toStdString(), seconds(project.created)});
    projects_.append(project);
    sort();
    Q_EMIT changed();
    choose(project.id);
    return project.id;
}

void Projects::rename(const QString& id, const QString& name) {
    const auto project = std::ranges::find(projects_, id, &Project::id);
    if (project == projects_.end() || name.isEmpty()) return;
    project->name = name;
    database_.write("UPDATE projects SET name = ? WHERE id = ?", {name.toStdString(), id.toStdString()});
    sort();
    Q_EMIT changed();
}

void Projects::remove(const QString& id) {
    const auto* project = find(id);
    if (!project) return;
    removed_.append(*project);
    projects_.removeIf([&](const Project& each) { return each.id == id; });
    database_.write("UPDATE projects SET deleted = ? WHERE id = ?", {seconds(QDateTime::currentDateTime()), id.toStdString()});
    Q_EMIT changed();
    if (current_ == id) choose({});
}

void Projects::restore(const QString& id) {
    const auto removed = std::ranges::find(removed_, id, &Project::id);
    if (removed == removed_.end()) return;
    projects_.append(*removed);
    removed_.erase(removed);
    database_.write("UPDATE projects SET deleted = NULL WHERE id = ?", {id.toStdString()});
    sort();
    Q_EMIT changed();
    choose(id);
}

bool Projects::shows(Kind kind, const QString& item) const { return current_.isEmpty() || holds(current_, kind, item); }

bool Projects::holds(const QString& project, Kind kind, const QString& item) const {
    const auto members = members_.constFind(project);
    return members != members_.cend() && members->contains({kind, item});
}

int Projects::count(const QString& project, Kind kind) const {
    const auto members = members_.value(project);
    return int(std::ranges::count_if(members, [&](const auto& member) { return member.first == kind; }));
}

void Projects::add(const QString& project, Kind kind, const QString& item) {
    if (!find(project) || holds(project, kind, item)) return;
    members_[project].insert({kind, item});
    database_.write("INSERT OR IGNORE INTO members VALUES(?, ?, ?)", {project.toStdString(), nameOf(kind), item.toStdString()});
    if (project == current_) Q_EMIT membersChanged();
}

void Projects::take(const QString& project, Kind kind, const QString& item) {
    if (members_[project].erase({kind, item}) == 0) return;
    database_.write("DELETE FROM members WHERE project = ? AND kind = ? AND item = ?",
                    {project.toStdString(), nameOf(kind), item.toStdString()});
    if (project == current_) Q_EMIT membersChanged();
}

void Projects::sort() {
    std::ranges::sort(projects_, [](const Project& a, const Project& b) { return a.name.localeAwareCompare(b.name) < 0; });
}

}  // namespace anneal::bridge
