#pragma once
// What can be done to runs: which state allows what, and the doing of it.

#include <QHash>

#include "base/trash.h"
#include "pages/page.h"
#include "runs/commands.h"
#include "runs/run_label.h"

namespace anneal::pages {

enum class RunAct { stop, pause, goOn, checkpoint, setRate, resume, archive, unarchive, rename, remove };

/// Whether the run's state allows it.
bool offers(const runs::RunOverview& run, RunAct act);

class RunActs : public QObject {
    Q_OBJECT
public:
    RunActs(const Context& context, QObject* parent);

    /// What was asked of the run and has not shown yet.
    std::optional<RunAct> pending(const QString& id) const;

    /// Asks once.
    void stop(const runs::RunOverview& run);
    void pause(const runs::RunOverview& run) { command(run, RunAct::pause, {runs::CommandKind::pause}); }
    void goOn(const runs::RunOverview& run) { command(run, RunAct::goOn, {runs::CommandKind::resume}); }
    void checkpoint(const runs::RunOverview& run);
    /// The rate that the schedule scales.
    void setRate(const runs::RunOverview& run, double rate);
    void resume(const runs::RunOverview& run);
    /// From a checkpoint that is not the newest: those after it go to the trash, after a question.
    void resumeFrom(const runs::RunOverview& run, std::int64_t step);
    void rename(const runs::RunOverview& run, const QString& name);
    void archive(const std::vector<runs::RunOverview>& runs, bool archived);
    /// To the trash, with Undo.
    void remove(const std::vector<runs::RunOverview>& runs);

Q_SIGNALS:
    void pendingChanged(const QString& id);

private:
    struct Asked {
        RunAct act;
        runs::RunState state;
    };

    void command(const runs::RunOverview& run, RunAct act, runs::Command command);
    void setPending(const runs::RunOverview& run, RunAct act);
    void settle(const QStringList& ids);
    void label(const std::vector<runs::RunOverview>& runs, const std::function<void(runs::RunLabel&)>& change, std::function<void()> done);
    void restore(const std::vector<base::Trashed>& trashed);
    void erase(const std::vector<runs::RunOverview>& runs);
    void tell(const Error& error);

    Context context_;
    QHash<QString, Asked> pending_;
};

}  // namespace anneal::pages
