#include "pages/runs/run_acts.h"

#include "bridge/run_start.h"
#include "controls/numbers.h"
#include "runs/disk_use.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using runs::RunOverview;
using runs::RunState;

QString idOf(const RunOverview& run) { return QString::fromStdString(run.status.id); }
QString nameOf(const RunOverview& run) { return QString::fromStdString(run.name); }

struct Removed {
    std::vector<base::Trashed> trashed;
    std::vector<std::size_t> elsewhere;  ///< on another disk than the trash
};

}  // namespace

bool offers(const RunOverview& run, RunAct act) {
    const auto state = run.status.state;
    const bool live = bridge::isLiveState(state);
    switch (act) {
        case RunAct::stop: return live;
        case RunAct::pause: return state == RunState::running;
        case RunAct::goOn: return state == RunState::paused;
        case RunAct::checkpoint:
        case RunAct::setRate: return state == RunState::running || state == RunState::paused;
        case RunAct::resume: return !live && state != RunState::done;
        case RunAct::archive: return !live && !run.archived;
        case RunAct::unarchive: return run.archived;
        case RunAct::rename: return true;
        case RunAct::remove: return !live;
    }
    Q_UNREACHABLE();
}

RunActs::RunActs(const Context& context, QObject* parent) : QObject(parent), context_(context) {
    connect(&context_.services.runs, &bridge::RunWatcher::changed, this, &RunActs::settle);
}

std::optional<RunAct> RunActs::pending(const QString& id) const {
    const auto found = pending_.constFind(id);
    return found == pending_.cend() ? std::nullopt : std::optional(found->act);
}

void RunActs::setPending(const RunOverview& run, RunAct act) {
    pending_.insert(idOf(run), {act, run.status.state});
    Q_EMIT pendingChanged(idOf(run));
}

void RunActs::settle(const QStringList& ids) {
    for (const auto& id : ids) {
        const auto asked = pending_.constFind(id);
        if (asked == pending_.cend()) continue;
        const auto* run = context_.services.runs.find(id);
        if (run && run->status.state == asked->state) continue;
        pending_.erase(asked);
        Q_EMIT pendingChanged(id);
    }
}

void RunActs::command(const RunOverview& run, RunAct act, runs::Command command) {
    setPending(run, act);
    const auto send = [directory = run.directory, command](const jobs::JobContext&) { return runs::sendCommand(directory, command); };
    context_.services.jobs.compute<std::string>({.title = nameOf(run), .shown = false}, send, *this,
                                                [this, id = idOf(run)](Result<std::string> sent) {
                                                    if (sent) return;
                                                    pending_.remove(id);
                                                    Q_EMIT pendingChanged(id);
                                                    tell(sent.error());
                                                });
}

void RunActs::stop(const RunOverview& run) {
    const auto at = controls::formatCount(run.status.step);
    context_.host.ask({.title = tr("Stop %1?").arg(nameOf(run)),
                       .text = tr("It writes a checkpoint where it is, about step %1, and ends. It can be resumed from there.").arg(at),
                       .yes = tr("Stop")},
                      [this, run] {
                          setPending(run, RunAct::stop);
                          bridge::stopRun(context_.services, run.directory);
                      });
}

void RunActs::checkpoint(const RunOverview& run) {
    const auto send = [directory = run.directory](const jobs::JobContext&) {
        return runs::sendCommand(directory, {runs::CommandKind::checkpoint});
    };
    context_.services.jobs.compute<std::string>(
        {.title = nameOf(run), .shown = false}, send, *this, [this, name = nameOf(run)](Result<std::string> sent) {
            if (!sent) return tell(sent.error());
            context_.host.toast(
                {controls::Tone::accent, tr("Checkpoint of %1").arg(name), tr("It is written after the step at hand."), {}, {}});
        });
}

void RunActs::setRate(const RunOverview& run, double rate) {
    const auto send = [directory = run.directory, rate](const jobs::JobContext&) {
        return runs::sendCommand(directory, {runs::CommandKind::set, Json{{"learning_rate", rate}}});
    };
    context_.services.jobs.compute<std::string>({.title = nameOf(run), .shown = false}, send, *this, [this](Result<std::string> sent) {
        if (!sent) tell(sent.error());
    });
}

void RunActs::resume(const RunOverview& run) {
    setPending(run, RunAct::resume);
    bridge::resumeRun(context_.services, run.directory, *this, [this, id = idOf(run)](const auto& resumed) {
        if (resumed) return context_.services.runs.look();
        pending_.remove(id);
        Q_EMIT pendingChanged(id);
        if (resumed.error().code != "stopped") tell(resumed.error());
    });
}

void RunActs::resumeFrom(const RunOverview& run, std::int64_t step) {
    std::vector<std::int64_t> later;
    for (const auto& checkpoint : run.directory.checkpointList())
        if (checkpoint.step > step) later.push_back(checkpoint.step);
    if (later.empty()) return resume(run);
    QStringList steps;
    for (const auto each : later) steps << controls::formatCount(each);
    const auto trash = [directory = run.directory, later](const jobs::JobContext&) -> Result<int> {
        for (const auto each : later) ANNEAL_CHECK(base::Trash().put(directory.checkpoint(each)));
        return int(later.size());
    };
    context_.host.ask(
        {.title = tr("Resume %1 from step %2?").arg(nameOf(run), controls::formatCount(step)),
         .text = tr("What it did after that is done again. The later checkpoints go to the trash: %1.").arg(steps.join(u", "_s)),
         .yes = tr("Resume from here")},
        [this, run, trash] {
            context_.services.jobs.compute<int>({.title = nameOf(run), .shown = false}, trash, *this, [this, run](Result<int> gone) {
                if (!gone) return tell(gone.error());
                resume(run);
            });
        });
}

void RunActs::label(const std::vector<RunOverview>& runs, const std::function<void(runs::RunLabel&)>& change, std::function<void()> done) {
    const auto write = [runs, change](const jobs::JobContext&) -> Result<int> {
        for (const auto& run : runs) {
            auto label = runs::readLabel(run.directory);
            change(label);
            ANNEAL_CHECK(runs::writeLabel(run.directory, label));
        }
        return int(runs.size());
    };
    context_.services.jobs.compute<int>({.title = tr("Name runs"), .shown = false}, write, *this, [this, done](Result<int> written) {
        context_.services.runs.look();
        if (!written) return tell(written.error());
        if (done) done();
    });
}

void RunActs::rename(const RunOverview& run, const QString& name) {
    const auto set = [this, run](const QString& name, std::function<void()> done) {
        const auto folder = QString::fromStdString(run.directory.root().filename().string());
        label(
            {run}, [name = name == folder ? std::string() : name.toStdString()](runs::RunLabel& label) { label.name = name; },
            std::move(done));
    };
    set(name, [this, set, run, name] {
        context_.host.toast({controls::Tone::success, tr("Renamed to %1").arg(name), tr("Before: %1").arg(nameOf(run)), tr("Undo"),
                             [set, run] { set(nameOf(run), {}); }});
    });
}

void RunActs::archive(const std::vector<RunOverview>& runs, bool archived) {
    const auto set = [this, runs](bool archived, std::function<void()> done) {
        label(
            runs, [archived](runs::RunLabel& label) { label.archived = archived; }, std::move(done));
    };
    set(archived, [this, set, runs, archived] {
        const auto title =
            archived ? tr("Archived %n run(s)", nullptr, int(runs.size())) : tr("Brought back %n run(s)", nullptr, int(runs.size()));
        context_.host.toast({controls::Tone::success, title, {}, tr("Undo"), [set, archived] { set(!archived, {}); }});
    });
}

void RunActs::remove(const std::vector<RunOverview>& runs) {
    const auto trash = [runs](const jobs::JobContext&) -> Result<Removed> {
        Removed removed;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            auto put = runs::trashItem({.kind = runs::DiskItem::Kind::run, .name = runs[i].name, .path = runs[i].directory.root()});
            if (put)
                removed.trashed.push_back(std::move(*put));
            else if (put.error().code == "trash_elsewhere")
                removed.elsewhere.push_back(i);
            else
                return fail(put.error());
        }
        return removed;
    };
    const auto title = tr("Delete %n run(s)", nullptr, int(runs.size()));
    context_.services.jobs.compute<Removed>({.title = title, .shown = false}, trash, *this, [this, runs](Result<Removed> removed) {
        if (!removed) return tell(removed.error());
        if (!removed->trashed.empty())
            context_.host.toast({controls::Tone::success, tr("Deleted %n run(s)", nullptr, int(removed->trashed.size())),
                                 tr("In the trash until it is emptied"), tr("Undo"),
                                 [this, trashed = removed->trashed] { restore(trashed); }});
        std::vector<RunOverview> elsewhere;
        for (const auto i : removed->elsewhere) elsewhere.push_back(runs[i]);
        if (elsewhere.empty()) return;
        QStringList names;
        for (const auto& run : elsewhere) names << nameOf(run);
        context_.host.ask({tr("Delete %1 for good?").arg(names.join(u", "_s)),
                           tr("It lies on another disk than the trash and cannot be brought back."), tr("Delete")},
                          [this, elsewhere] { erase(elsewhere); });
    });
}

void RunActs::restore(const std::vector<base::Trashed>& trashed) {
    const auto back = [trashed](const jobs::JobContext&) -> Result<int> {
        for (const auto& each : trashed) ANNEAL_CHECK(base::Trash().restore(each));
        return int(trashed.size());
    };
    context_.services.jobs.compute<int>({.title = tr("Bring runs back"), .shown = false}, back, *this, [this](Result<int> restored) {
        if (!restored) tell(restored.error());
    });
}

void RunActs::erase(const std::vector<RunOverview>& runs) {
    const auto work = [runs](const jobs::JobContext&) -> Result<int> {
        for (const auto& run : runs) ANNEAL_CHECK(run.directory.remove());
        return int(runs.size());
    };
    context_.services.jobs.compute<int>({.title = tr("Delete %n run(s)", nullptr, int(runs.size()))}, work, *this,
                                        [this](Result<int> erased) {
                                            if (!erased) tell(erased.error());
                                        });
}

void RunActs::tell(const Error& error) {
    context_.host.toast({controls::Tone::danger, QString::fromStdString(error.message), QString::fromStdString(error.hint), {}, {}});
}

}  // namespace anneal::pages
