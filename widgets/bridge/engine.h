#pragma once
// A model in a process of its own, asked without waiting: answers come in the main thread, by id; after a cancel none does.
// The process starts with the first question and ends with this object, or when the window dies.

#include "base/json.h"
#include "bridge/bridge.h"
#include "jobs/pool.h"
#include "runs/worker.h"

namespace anneal::bridge {

class Engine : public QObject {
    Q_OBJECT
public:
    /// What the caller wants to hear; each may be empty.
    struct Listener {
        std::function<void(const base::Progress&)> progress;
        std::function<void(const Json&)> token;
        std::function<void(const Result<Json>&)> answer;  ///< once, unless the question was cancelled
    };

    explicit Engine(Bridge& bridge, runs::WorkerOptions options = {});
    ~Engine() override;

    /// One of the engine's verbs ("load", "generate", …) with its arguments. `receiver` gone: nothing is heard any more.
    quint64 ask(std::string verb, Json arguments, QObject& receiver, Listener listener);
    void cancel(quint64 id);
    bool isBusy() const { return !asked_.empty(); }
    /// Ends the process, and with it what waits: a model's memory is free again.
    void stop();

Q_SIGNALS:
    void busyChanged(bool busy);

private:
    struct Process;

    void hear(quint64 id, const std::function<void()>& deliver);

    Bridge& bridge_;
    std::shared_ptr<Process> process_;
    std::unique_ptr<jobs::JobPool> pool_;
    std::map<quint64, std::shared_ptr<jobs::Job>> asked_;
    quint64 next_ = 1;
};

}  // namespace anneal::bridge
