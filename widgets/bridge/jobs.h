#pragma once
// Work in the background as the window knows it: started here, followed in the job tray, tried again from there. Main thread
// only; the work itself runs on the backend's pool.

#include <QDateTime>
#include <QObject>

#include "bridge/bridge.h"
#include "jobs/pool.h"

namespace anneal::bridge {

struct JobRequest {
    QString title;  ///< as the tray shows it: "Import clauses.csv"
    jobs::JobWork work;
    QString page, place;  ///< where its result is; may be empty
    bool shown = true;    ///< in the tray; what a page shows by its own busy face is not
};

class Jobs : public QObject {
    Q_OBJECT
public:
    struct Entry {
        quint64 id = 0;
        JobRequest request;
        jobs::JobSnapshot now;
        QDateTime ended;  ///< invalid while it is not over
        std::function<void()> whenOver;
    };

    Jobs(Bridge& bridge, jobs::JobPool& pool) : bridge_(bridge), pool_(pool) {}

    /// Returns the job's id. `whenOver` runs in the main thread after each end, a second one after Retry among them.
    quint64 start(JobRequest request, std::function<void()> whenOver = {});

    /// Work that finds something: `take` gets it in the main thread, or why not ("stopped" after a cancel), unless
    /// `receiver` is gone by then.
    template <class T>
    quint64 compute(JobRequest request, std::function<Result<T>(const jobs::JobContext&)> work, QObject& receiver,
                    std::function<void(Result<T>)> take);

    void cancel(quint64 id);
    /// Starts a failed or cancelled job anew in its place.
    void retry(quint64 id);
    /// Takes one that is over from the tray.
    void forget(quint64 id);

    /// Those in the tray, in the order of their start; the last 50 that are over among them.
    const QList<Entry>& entries() const { return entries_; }
    const Entry* find(quint64 id) const;

Q_SIGNALS:
    void started(quint64 id);
    /// Progress, at most ten times a second, and each change of state.
    void changed(quint64 id);
    void ended(quint64 id);
    /// An entry went.
    void forgotten(quint64 id);

private:
    struct Running {
        std::shared_ptr<jobs::Job> job;
        base::Subscription watching;
        std::function<void()> whenOver;
    };

    void submit(const Entry& entry);
    void take(quint64 id, const jobs::JobSnapshot& now);
    void forgetOld();

    Bridge& bridge_;
    jobs::JobPool& pool_;
    QList<Entry> entries_;
    std::map<quint64, Running> running_;
    quint64 next_ = 1;
};

template <class T>
quint64 Jobs::compute(JobRequest request, std::function<Result<T>(const jobs::JobContext&)> work, QObject& receiver,
                      std::function<void(Result<T>)> take) {
    const auto found = std::make_shared<std::optional<Result<T>>>();
    request.work = [found, work = std::move(work)](const jobs::JobContext& context) -> Status {
        *found = work(context);
        if (!**found) return fail((*found)->error());
        return {};
    };
    return start(std::move(request), [found, receiver = QPointer<QObject>(&receiver), take = std::move(take)] {
        auto result = std::exchange(*found, std::nullopt);
        if (receiver) take(result ? std::move(*result) : Result<T>(fail("stopped", "stopped")));
    });
}

}  // namespace anneal::bridge
