#include "shell/tray_state.h"

#include <QCoreApplication>

#include "bridge/run_start.h"
#include "controls/numbers.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

using State = TrayItem::State;

QString words(const char* text) { return QCoreApplication::translate("Tray", text); }

State stateOf(const runs::RunStatus& status) {
    if (status.state == runs::RunState::queued) return State::waiting;
    return status.state == runs::RunState::paused ? State::paused : State::running;
}

State stateOf(jobs::JobState state) {
    switch (state) {
        case jobs::JobState::queued: return State::waiting;
        case jobs::JobState::running: return State::running;
        case jobs::JobState::done: return State::done;
        case jobs::JobState::failed: return State::failed;
        case jobs::JobState::cancelled: return State::cancelled;
    }
    Q_UNREACHABLE();
}

TrayItem itemOf(const runs::RunOverview& run, bridge::Services& services) {
    const auto id = QString::fromStdString(run.status.id);
    TrayItem item{.key = u"run."_s + id, .title = QString::fromStdString(run.name), .state = stateOf(run.status)};
    item.share = run.status.totalSteps > 0 ? run.share() : -1;
    item.secondsLeft = run.secondsLeft;
    item.detail = run.status.totalSteps > 0 ? words(QT_TRANSLATE_NOOP("Tray", "Step %1 of %2"))
                                                  .arg(controls::formatCount(run.status.step), controls::formatCount(run.status.totalSteps))
                                            : words(QT_TRANSLATE_NOOP("Tray", "Starting"));
    if (item.state == State::paused)
        item.detail = words(QT_TRANSLATE_NOOP("Tray", "Paused at step %1")).arg(controls::formatCount(run.status.step));
    item.page = u"runs"_s;
    item.place = id;
    item.cancel = [directory = run.directory, &services] { bridge::stopRun(services, directory); };
    return item;
}

TrayItem itemOf(const bridge::Jobs::Entry& entry, bridge::Services& services) {
    TrayItem item{.key = u"job.%1"_s.arg(entry.id), .title = entry.request.title, .state = stateOf(entry.now.state)};
    const auto& progress = entry.now.progress;
    item.share = progress.total > 0 ? double(progress.done) / double(progress.total) : -1;
    item.secondsLeft = entry.now.secondsLeft;
    item.page = entry.request.page;
    item.place = entry.request.place;
    auto* jobs = &services.jobs;
    switch (item.state) {
        case State::waiting: item.detail = words(QT_TRANSLATE_NOOP("Tray", "Waiting")); break;
        case State::failed: item.detail = QString::fromStdString(entry.now.error ? entry.now.error->message : std::string()); break;
        case State::cancelled: item.detail = words(QT_TRANSLATE_NOOP("Tray", "Cancelled")); break;
        case State::done:
            item.detail = words(QT_TRANSLATE_NOOP("Tray", "Done in %1")).arg(controls::formatDuration(entry.now.seconds));
            break;
        case State::running:
        case State::paused: break;
    }
    const auto id = entry.id;
    if (item.isLive()) item.cancel = [jobs, id] { jobs->cancel(id); };
    if (item.state == State::failed || item.state == State::cancelled) item.retry = [jobs, id] { jobs->retry(id); };
    if (!item.isLive()) item.forget = [jobs, id] { jobs->forget(id); };
    return item;
}

}  // namespace

int TrayState::live() const { return int(std::ranges::count_if(items, &TrayItem::isLive)); }

int TrayState::failed() const { return int(std::ranges::count(items, State::failed, &TrayItem::state)); }

double TrayState::share() const {
    const auto first = std::ranges::find_if(items, &TrayItem::isLive);
    return first == items.end() ? -1 : first->share;
}

std::optional<double> TrayState::secondsLeft() const {
    std::optional<double> longest;
    for (const auto& item : items)
        if (item.isLive() && item.secondsLeft) longest = std::max(longest.value_or(0), *item.secondsLeft);
    return longest;
}

TrayState trayState(bridge::Services& services) {
    TrayState state;
    for (const auto& run : services.runs.all())
        if (bridge::isLiveState(run.status.state)) state.items.push_back(itemOf(run, services));
    std::vector<TrayItem> over;
    for (const auto& entry : services.jobs.entries()) {
        auto item = itemOf(entry, services);
        item.isLive() ? state.items.push_back(std::move(item)) : over.push_back(std::move(item));
    }
    std::ranges::reverse(over);
    std::ranges::stable_partition(over, [](const TrayItem& item) { return item.state == State::failed; });
    std::ranges::move(over, std::back_inserter(state.items));
    return state;
}

QString progressText(double share, const std::optional<double>& secondsLeft) {
    QStringList known;
    if (share >= 0) known << controls::formatPercent(share);
    if (secondsLeft) known << words(QT_TRANSLATE_NOOP("Tray", "%1 left")).arg(controls::formatDuration(*secondsLeft));
    return known.join(u" · "_s);
}

}  // namespace anneal::shell
