#pragma once
// An export under way: a job of the tray that asks an engine of its own, one part after the other. Main thread only.

#include <atomic>
#include <mutex>

#include <QObject>

#include "bridge/services.h"
#include "pages/export/export_record.h"

namespace anneal::pages {

class ExportRunner : public QObject {
    Q_OBJECT
public:
    explicit ExportRunner(bridge::Services& services);

    bool isBusy() const { return busy_; }
    void start(const models::ModelChoice& choice, const ExportPlan& plan);
    void cancel();

    /// Of the export under way: the part that is worked on, and how far it is.
    Target target() const;
    const jobs::JobSnapshot& now() const { return now_; }
    /// Those that wait behind it.
    std::vector<Target> waiting() const;

Q_SIGNALS:
    void progressed();
    /// What was made, each kept as a document; `error` says why the rest was not ("stopped" after a cancel).
    void ended(const QStringList& documents, const std::optional<anneal::Error>& error);

private:
    /// Shared with the job's thread.
    struct Work {
        std::vector<ExportPart> parts;
        std::atomic<std::size_t> part = 0;
        std::mutex mutex;
        std::vector<std::pair<Target, Json>> answers;
        std::optional<Error> error;
    };

    static Status run(Work& work, const jobs::JobContext& context);
    void follow(quint64 id);
    void take();

    bridge::Services& services_;
    std::shared_ptr<Work> work_;
    models::ModelChoice choice_;
    quint64 job_ = 0;
    bool busy_ = false;
    jobs::JobSnapshot now_;
};

/// What the engine says it does, in the language of the moment: "comparing with the trained model".
QString stageText(const std::string& note);

}  // namespace anneal::pages
