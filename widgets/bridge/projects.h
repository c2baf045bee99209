#pragma once
// Projects group data sets, runs, models and presets. One is current, or none: then everything shows. Main thread only.

#include <set>

#include <QDateTime>
#include <QHash>
#include <QObject>

#include "bridge/state_store.h"

namespace anneal::bridge {

struct Project {
    QString id;
    QString name;
    QDateTime created;
};

class Projects : public QObject {
    Q_OBJECT
public:
    enum class Kind { dataset, run, model, preset };

    Projects(store::StudioDatabase& database, StateStore& state);

    /// By name.
    const QList<Project>& all() const { return projects_; }
    const Project* find(const QString& id) const;
    /// Empty: everything.
    const QString& current() const { return current_; }
    void choose(const QString& id);
    /// Makes it current. Returns its id.
    QString create(const QString& name);
    void rename(const QString& id, const QString& name);
    /// The project alone; what it groups stays where it is. restore() brings it back until the next start.
    void remove(const QString& id);
    void restore(const QString& id);

    /// Whether the current project shows `item`: a data set by its folder's name, a run by its id, a model by its name.
    bool shows(Kind kind, const QString& item) const;
    bool holds(const QString& project, Kind kind, const QString& item) const;
    int count(const QString& project, Kind kind) const;
    /// Puts what was just made into the current project.
    void keep(Kind kind, const QString& item) { add(current_, kind, item); }
    void add(const QString& project, Kind kind, const QString& item);
    void take(const QString& project, Kind kind, const QString& item);

Q_SIGNALS:
    /// A project came, went or has another name.
    void changed();
    void currentChanged();
    /// Another set of things shows.
    void membersChanged();

private:
    using Members = std::set<std::pair<Kind, QString>>;

    void sort();

    store::StudioDatabase& database_;
    StateStore& state_;
    QList<Project> projects_;
    QList<Project> removed_;
    QHash<QString, Members> members_;
    QString current_;
};

}  // namespace anneal::bridge
