#include "bridge/engine.h"

#include <thread>

namespace anneal::bridge {
namespace {

constexpr unsigned kThreads = 2;  // each waits for one answer

}  // namespace

/// The worker, started when first asked and again after it ended.
struct Engine::Process {
    explicit Process(runs::WorkerOptions given) : options(std::move(given)) {}
    ~Process() {
        if (ending.joinable()) ending.join();
    }

    Result<std::shared_ptr<runs::Worker>> worker() {
        std::lock_guard lock(mutex);
        if (running) return running;
        ANNEAL_TRY(started, runs::Worker::start(options));
        running = std::move(started);
        return running;
    }

    Result<Json> call(const std::string& verb, const Json& arguments, const runs::Worker::Listener& listener, base::StopToken stop) {
        ANNEAL_TRY(asked, worker());
        auto answer = asked->call(verb, arguments, listener, stop);
        if (!answer && answer.error().code == "engine_ended") {
            std::lock_guard lock(mutex);
            if (running == asked) running.reset();
        }
        return answer;
    }

    const runs::WorkerOptions options;
    std::mutex mutex;
    std::shared_ptr<runs::Worker> running;
    std::thread ending;  ///< sees to the one before, which was stopped
};

Engine::Engine(Bridge& bridge, runs::WorkerOptions options) : bridge_(bridge), process_(std::make_shared<Process>(std::move(options))) {}

Engine::~Engine() { stop(); }

quint64 Engine::ask(std::string verb, Json arguments, QObject& receiver, Listener listener) {
    if (!pool_) pool_ = std::make_unique<jobs::JobPool>(kThreads);
    const auto id = next_++;
    const QPointer<QObject> here(this), there(&receiver);
    const auto tell = [this, id, here, there](std::function<void()> deliver) {
        bridge_.post(here, [this, id, there, deliver = std::move(deliver)] {
            if (there) hear(id, deliver);
        });
    };
    runs::Worker::Listener heard;
    if (listener.progress)
        heard.progress = [tell, progress = listener.progress](const base::Progress& now) { tell([progress, now] { progress(now); }); };
    if (listener.token) heard.token = [tell, token = listener.token](const Json& next) { tell([token, next] { token(next); }); };
    const auto finish = [this, id, here, there, answer = std::move(listener.answer)](const Result<Json>& result) {
        bridge_.post(here, [this, id, there, answer, result] {
            if (asked_.erase(id) == 0) return;
            if (there && answer) answer(result);
            if (asked_.empty()) Q_EMIT busyChanged(false);
        });
    };
    const auto work = [process = process_, verb, arguments = std::move(arguments), heard,
                       finish](const jobs::JobContext& context) -> Status {
        const auto result = process->call(verb, arguments, heard, context.stop);
        finish(result);
        if (!result) return fail(result.error());
        return {};
    };
    asked_.emplace(id, pool_->submit(verb, work));
    if (asked_.size() == 1) Q_EMIT busyChanged(true);
    return id;
}

void Engine::cancel(quint64 id) {
    const auto asked = asked_.find(id);
    if (asked == asked_.end()) return;
    asked->second->cancel();
    asked_.erase(asked);
    if (asked_.empty()) Q_EMIT busyChanged(false);
}

void Engine::stop() {
    if (pool_) {
        auto next = std::make_shared<Process>(process_->options);
        // What computes may take a moment to notice that it is not wanted; nobody here waits for that.
        next->ending = std::thread([pool = std::move(pool_), ended = std::exchange(process_, next)]() mutable {
            pool.reset();
            ended.reset();
        });
    }
    if (asked_.empty()) return;
    asked_.clear();
    Q_EMIT busyChanged(false);
}

void Engine::hear(quint64 id, const std::function<void()>& deliver) {
    if (asked_.contains(id)) deliver();
}

}  // namespace anneal::bridge
