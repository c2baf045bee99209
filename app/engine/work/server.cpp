#include "engine/work/server.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

#include <unistd.h>

#include "base/text.h"

namespace anneal::engine {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kProgressInterval = std::chrono::milliseconds(100);

Json toJson(const Error& error) { return {{"code", error.code}, {"message", error.message}, {"hint", error.hint}}; }

struct Queued {
    Json id;
    std::string verb;
    Json args;
    base::StopToken stop;
};

}  // namespace

struct WorkServer::State {
    std::vector<WorkVerb> verbs;
    int input;
    int output;

    std::mutex writing;
    std::mutex queueing;
    std::condition_variable arrived;
    std::deque<Queued> queue;
    std::map<std::string, base::StopToken> open;  // by dumped id, queued or running
    bool ended = false;

    void send(const Json& id, const char* kind, Json value) {
        const auto line = base::dumpJson(Json{{"id", id}, {kind, std::move(value)}}) + '\n';
        std::lock_guard lock(writing);
        for (std::size_t sent = 0; sent < line.size();) {
            const auto count = ::write(output, line.data() + sent, line.size() - sent);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return;  // nobody listens any more: the input ends too
            sent += std::size_t(count);
        }
    }

    void sendError(const Json& id, const Error& error) { send(id, "error", toJson(error)); }

    void accept(const std::string& line) {
        if (base::trim(line).empty()) return;
        auto parsed = base::parseJson(line);
        if (!parsed) return sendError(nullptr, {"request_invalid", "the request is not JSON: " + parsed.error().message, ""});
        auto& message = *parsed;
        if (message.is_object() && message.contains("cancel")) return cancel(message["cancel"]);
        const Json id = message.is_object() && message.contains("id") ? message["id"] : Json();
        if (!message.is_object() || id.is_null() || !message.contains("verb") || !message["verb"].is_string())
            return sendError(id, {"request_invalid", "a request is {\"id\",\"verb\",\"args\"}", ""});
        auto args = message.contains("args") ? message["args"] : Json::object();
        if (!args.is_object()) return sendError(id, {"args_invalid", "args is not an object", ""});
        bool taken = false;
        {
            std::lock_guard lock(queueing);
            Queued request{id, message["verb"], std::move(args), {}};
            taken = !open.emplace(id.dump(), request.stop).second;
            if (!taken) queue.push_back(std::move(request));
        }
        if (taken) return sendError(id, {"request_invalid", "a request with this id is still open", ""});
        arrived.notify_one();
    }

    void cancel(const Json& id) {
        std::lock_guard lock(queueing);
        if (const auto found = open.find(id.dump()); found != open.end()) found->second.requestStop();
    }

    void read() {
        std::string pending;
        char chunk[65536];
        while (true) {
            const auto count = ::read(input, chunk, sizeof chunk);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) break;
            pending.append(chunk, std::size_t(count));
            std::size_t start = 0;
            for (auto end = pending.find('\n'); end != std::string::npos; end = pending.find('\n', start)) {
                accept(pending.substr(start, end - start));
                start = end + 1;
            }
            pending.erase(0, start);
        }
        std::lock_guard lock(queueing);
        for (auto& [id, stop] : open) stop.requestStop();
        ended = true;
        arrived.notify_one();
    }

    std::optional<Queued> next() {
        std::unique_lock lock(queueing);
        arrived.wait(lock, [&] { return ended || !queue.empty(); });
        if (queue.empty()) return std::nullopt;
        auto request = std::move(queue.front());
        queue.pop_front();
        return request;
    }

    Result<Json> run(const Queued& queued) {
        const auto verb = std::ranges::find(verbs, queued.verb, &WorkVerb::name);
        if (verb == verbs.end()) {
            std::vector<std::string> names;
            for (const auto& each : verbs) names.push_back(each.name);
            return fail("verb_unknown", "there is no verb " + queued.verb, "one of " + base::join(names, ", "));
        }
        if (queued.stop.stopRequested()) return fail("stopped", "stopped before it began");
        Request request{queued.args, queued.stop, {}, {}};
        request.progress = [this, id = queued.id, last = Clock::time_point()](const base::Progress& progress) mutable {
            const auto now = Clock::now();
            if (now - last < kProgressInterval && progress.done != progress.total) return;
            last = now;
            send(id, "progress", {{"done", progress.done}, {"total", progress.total}, {"note", progress.note}});
        };
        request.token = [this, id = queued.id](const Json& token) { send(id, "token", token); };
        try {
            return verb->run(request);
        } catch (const Json::exception& error) {
            return fail("args_invalid", queued.verb + ": " + error.what());
        } catch (const std::bad_alloc&) {
            return fail("out_of_memory", queued.verb + " ran out of memory", "choose a smaller model, batch or context");
        } catch (const std::exception& error) {
            return fail("engine_failed", queued.verb + ": " + error.what());
        }
    }
};

WorkServer::WorkServer(std::vector<WorkVerb> verbs, int input, int output)
    : state_(new State{.verbs = std::move(verbs), .input = input, .output = output}) {}

WorkServer::~WorkServer() {
    ::close(state_->input);
    ::close(state_->output);
}

void WorkServer::serve() {
    std::thread reader([this] { state_->read(); });
    while (const auto request = state_->next()) {
        auto answer = state_->run(*request);
        {
            std::lock_guard lock(state_->queueing);
            state_->open.erase(request->id.dump());
        }
        if (answer)
            state_->send(request->id, "result", std::move(*answer));
        else
            state_->sendError(request->id, answer.error());
    }
    reader.join();
}

}  // namespace anneal::engine
