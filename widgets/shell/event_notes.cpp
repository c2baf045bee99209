#include "shell/event_notes.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {

EventNotes::EventNotes(bridge::Services& services, QObject* parent) : QObject(parent), services_(services) {
    connect(&services.runs, &bridge::RunWatcher::ended, this, &EventNotes::runEnded);
    connect(&services.jobs, &bridge::Jobs::ended, this, &EventNotes::jobEnded);
}

void EventNotes::runEnded(const QString& id) {
    const auto* run = services_.runs.find(id);
    if (!run) return;
    const auto& status = run->status;
    QJsonObject arguments{{u"run"_s, id}, {u"name"_s, QString::fromStdString(run->name)}, {u"step"_s, qint64(status.step)}};
    if (run->bestEvalLoss) arguments.insert(u"eval_loss"_s, *run->bestEvalLoss);
    if (status.error) arguments.insert(u"error"_s, QString::fromStdString(status.error->message));
    services_.notifications.add(u"run_"_s + QString::fromStdString(runs::toText(status.state)), arguments);
}

void EventNotes::jobEnded(quint64 id) {
    const auto* entry = services_.jobs.find(id);
    if (!entry || entry->now.state != jobs::JobState::failed) return;
    const auto error = entry->now.error ? QString::fromStdString(entry->now.error->message) : QString();
    services_.notifications.add(u"job_failed"_s, {{u"job"_s, entry->request.title}, {u"error"_s, error}});
}

}  // namespace anneal::shell
