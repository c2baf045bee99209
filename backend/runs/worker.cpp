#include "runs/worker.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include <csignal>

#include "runs/engine_process.h"

namespace anneal::runs {

namespace {

using std::chrono::milliseconds;
constexpr auto kPoll = milliseconds(50);
constexpr auto kExitTime = std::chrono::seconds(2);

/// One call that waits for its answer.
struct Call {
    std::vector<Json> messages;  ///< arrived and not yet handed to the caller
};

Error engineEnded() { return {"engine_ended", "the engine ended before it answered", "try again; its log may say why"}; }

Error errorFrom(const Json& document) {
    return {document.value("code", "engine_failed"), document.value("message", "the engine failed"), document.value("hint", "")};
}

}  // namespace

struct Worker::State {
    explicit State(base::Process child) : process(std::move(child)) {}

    base::Process process;
    std::mutex mutex;  ///< of calls, next and ended
    std::mutex writing;
    std::condition_variable arrived;
    std::map<std::int64_t, Call> calls;
    std::int64_t next = 1;
    bool ended = false;
    std::thread reader;

    Status send(const Json& message) {
        std::lock_guard lock(writing);
        return process.write(base::dumpJson(message) + "\n");
    }

    void read() {
        while (auto line = process.readLine()) {
            auto message = base::parseJson(*line);
            if (!message || !message->is_object() || !message->contains("id") || !(*message)["id"].is_number_integer()) continue;
            std::lock_guard lock(mutex);
            const auto call = calls.find((*message)["id"].get<std::int64_t>());
            if (call == calls.end()) continue;  // an answer that nobody waits for any more
            call->second.messages.push_back(std::move(*message));
            arrived.notify_all();
        }
        std::lock_guard lock(mutex);
        ended = true;
        arrived.notify_all();
    }
};

Worker::Worker(std::unique_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<Worker>> Worker::start(const WorkerOptions& options) {
    auto process = engineProcess(options.engine);
    process.arguments = {"work"};
    process.arguments.insert(process.arguments.end(), options.arguments.begin(), options.arguments.end());
    process.pipeInput = true;
    process.pipeOutput = true;
    process.outputFile = options.log;
    process.dieWithParent = true;
    std::signal(SIGPIPE, SIG_IGN);
    ANNEAL_TRY(child, base::Process::spawn(process));
    auto worker = std::unique_ptr<Worker>(new Worker(std::make_unique<State>(std::move(child))));
    worker->state_->reader = std::thread([state = worker->state_.get()] { state->read(); });
    return worker;
}

Worker::~Worker() {
    {
        std::lock_guard lock(state_->writing);
        state_->process.closeInput();
    }
    if (!state_->process.wait(kExitTime)) state_->process.signal(SIGKILL);
    state_->reader.join();
}

Result<Json> Worker::call(const std::string& verb, const Json& arguments, const Listener& listener, base::StopToken stop) {
    std::int64_t id = 0;
    {
        std::lock_guard lock(state_->mutex);
        if (state_->ended) return fail(engineEnded());
        id = state_->next++;
        state_->calls.emplace(id, Call{});
    }
    const auto forget = [&] {
        std::lock_guard lock(state_->mutex);
        state_->calls.erase(id);
    };
    if (!state_->send({{"id", id}, {"verb", verb}, {"args", arguments}})) {
        forget();
        return fail(engineEnded());
    }
    for (;;) {
        std::vector<Json> messages;
        bool ended = false;
        {
            std::unique_lock lock(state_->mutex);
            state_->arrived.wait_for(lock, kPoll, [&] { return state_->ended || !state_->calls[id].messages.empty(); });
            messages.swap(state_->calls[id].messages);
            ended = state_->ended;
        }
        for (auto& message : messages) {
            if (message.contains("result") || message.contains("error")) {
                forget();
                if (message.contains("error")) return fail(errorFrom(message["error"]));
                return std::move(message["result"]);
            }
            if (message.contains("token") && listener.token) listener.token(message["token"]);
            if (message.contains("progress") && listener.progress) {
                const auto& progress = message["progress"];
                listener.progress(
                    {progress.value("done", std::int64_t{0}), progress.value("total", std::int64_t{0}), progress.value("note", "")});
            }
        }
        if (ended && messages.empty()) {
            forget();
            return fail(engineEnded());
        }
        if (stop.stopRequested()) {
            forget();
            (void)state_->send({{"cancel", id}});
            return fail("stopped", "stopped");
        }
    }
}

}  // namespace anneal::runs
