#include "cli/verbs/run_report.h"

#include <chrono>
#include <cstdio>
#include <iostream>
#include <thread>

#include "base/text.h"
#include "cli/progress_bar.h"
#include "runs/supervisor.h"

namespace anneal::cli {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

std::string formatted(const char* pattern, double value) {
    char text[48];
    std::snprintf(text, sizeof text, pattern, value);
    return text;
}

template <class T>
void put(OrderedJson& document, const char* key, const std::optional<T>& value) {
    document[key] = value ? OrderedJson(*value) : OrderedJson();
}

template <class T>
void putIfThere(OrderedJson& document, const char* key, const std::optional<T>& value) {
    if (value) document[key] = *value;
}

/// One line that is drawn over on a terminal, and a plain line each five seconds elsewhere.
class RunLine {
public:
    explicit RunLine(bool terminal) : terminal_(terminal) {}
    ~RunLine() { leave(); }

    void show(const runs::RunStatus& status, const runs::Metric& last) {
        const auto now = Clock::now();
        if (status.step > firstStep_ && firstStep_ < 0) {
            firstStep_ = status.step;
            firstTime_ = now;
        }
        if (now - drawn_ < (terminal_ ? 200ms : 5000ms)) return;
        drawn_ = now;
        std::string line = runs::toText(status.state) + "  step " + std::to_string(status.step);
        if (status.totalSteps > 0)
            line += " of " + std::to_string(status.totalSteps) +
                    (terminal_ ? "  " + progressBar(double(status.step) / double(status.totalSteps)) : "");
        if (last.loss) line += "  loss " + formatted("%.4f", *last.loss);
        if (last.learningRate) line += "  lr " + formatted("%.3g", *last.learningRate);
        if (last.tokensPerSecond) line += "  " + base::formatCount(static_cast<std::int64_t>(*last.tokensPerSecond)) + " tokens/s";
        const auto done = status.step - firstStep_;
        if (done > 0 && status.totalSteps > status.step && status.state == runs::RunState::running)
            line += "  " +
                    base::formatDuration(std::chrono::duration<double>(now - firstTime_).count() * double(status.totalSteps - status.step) /
                                         double(done)) +
                    " left";
        std::fprintf(stderr, terminal_ ? "\r\033[K%s" : "%s\n", line.c_str());
        std::fflush(stderr);
        open_ = terminal_;
    }
    void say(const std::string& words) {
        leave();
        std::fprintf(stderr, "%s\n", words.c_str());
    }

private:
    void leave() {
        if (open_) std::fputs("\r\033[K", stderr);
        open_ = false;
    }

    bool terminal_;
    bool open_ = false;
    std::int64_t firstStep_ = -1;
    Clock::time_point firstTime_;
    Clock::time_point drawn_;
};

}  // namespace

OrderedJson runDocument(const runs::RunDirectory& directory, const runs::RunStatus& status) {
    OrderedJson document;
    document["run"] = status.id;
    document["dir"] = directory.root().string();
    document["state"] = runs::toText(status.state);
    document["step"] = status.step;
    document["total_steps"] = status.totalSteps;
    const auto& summary = status.summary;
    put(document, "train_loss", summary.trainLoss);
    put(document, "eval_loss", summary.evalLoss);
    putIfThere(document, "best_eval_loss", summary.bestEvalLoss);
    putIfThere(document, "best_step", summary.bestStep);
    if (!summary.adapter.empty()) document["adapter"] = summary.adapter;
    if (!summary.model.empty()) document["model"] = summary.model;
    put(document, "tokens_per_second", summary.tokensPerSecond);
    put(document, "peak_memory_bytes", summary.peakMemoryBytes);
    if (status.finished > 0) document["seconds"] = status.seconds;
    if (status.error && status.state != runs::RunState::done)
        document["reason"] = {{"code", status.error->code}, {"message", status.error->message}, {"hint", status.error->hint}};
    return document;
}

OrderedJson metricDocument(const runs::Metric& metric) {
    OrderedJson document;
    document["step"] = metric.step;
    putIfThere(document, "loss", metric.loss);
    putIfThere(document, "eval_loss", metric.evalLoss);
    putIfThere(document, "lr", metric.learningRate);
    putIfThere(document, "grad_norm", metric.gradNorm);
    putIfThere(document, "tokens_per_second", metric.tokensPerSecond);
    document["time"] = metric.time;
    document["epoch"] = metric.epoch;
    return document;
}

Result<runs::RunStatus> watchRun(const Context& context, const runs::RunDirectory& directory, bool stopsRun) {
    ANNEAL_TRY(reader, runs::RunReader::open(directory));
    RunLine line(context.terminal());
    runs::Metric last;
    std::int64_t lastStep = -1, lastEvent = 0;
    bool asked = false;
    for (;;) {
        ANNEAL_TRY(status, reader.status());
        ANNEAL_TRY(metrics, reader.metrics(lastStep));
        for (const auto& metric : metrics) {
            lastStep = metric.step;
            if (metric.loss) last = metric;
        }
        ANNEAL_TRY(events, reader.events(lastEvent));
        for (const auto& event : events) {
            lastEvent = event.id;
            if (event.kind != "checkpoint" || context.terminal()) line.say(event.kind + ": " + event.message);
        }
        if (runs::isTerminal(status.state) || status.state == runs::RunState::lost) {
            // The supervisor may know the reason better than rank 0 did, and draws the loss curve.
            for (const auto end = Clock::now() + 10s; runs::isLive(directory) && Clock::now() < end;) std::this_thread::sleep_for(20ms);
            return reader.status();
        }
        line.show(status, last);
        if (context.stop().stopRequested() && !asked) {
            if (!stopsRun) return status;
            asked = true;
            line.say("stopping: the step is finished and a checkpoint written");
            (void)runs::requestStop(directory);
        }
        std::this_thread::sleep_for(100ms);
    }
}

int answerEnd(const Context& context, const runs::RunDirectory& directory, const runs::RunStatus& status) {
    using runs::RunState;
    if (status.state == RunState::failed || status.state == RunState::lost)
        return context.failure(status.error.value_or(Error{"run_failed", "the run failed", "look into " + directory.log().string()}));
    const auto document = runDocument(directory, status);
    context.answer(document, [&] {
        std::cout << "run " << status.id << " " << runs::toText(status.state) << " at step " << status.step << '\n';
        const auto& summary = status.summary;
        if (summary.trainLoss) std::cout << "  training loss    " << formatted("%.4f", *summary.trainLoss) << '\n';
        if (summary.evalLoss) std::cout << "  evaluation loss  " << formatted("%.4f", *summary.evalLoss) << '\n';
        if (summary.tokensPerSecond)
            std::cout << "  tokens/s         " << base::formatCount(static_cast<std::int64_t>(*summary.tokensPerSecond)) << '\n';
        if (summary.peakMemoryBytes)
            std::cout << "  peak memory      " << base::formatBytes(static_cast<std::uint64_t>(*summary.peakMemoryBytes)) << '\n';
        if (!summary.adapter.empty()) std::cout << "  adapter          " << summary.adapter << '\n';
        if (!summary.model.empty()) std::cout << "  model            " << summary.model << '\n';
        std::cout << "  directory        " << directory.root().string() << '\n';
    });
    return status.state == RunState::stopped ? kStopped : kDone;
}

int answerState(const Context& context, const runs::RunDirectory& directory) {
    const auto reader = runs::RunReader::open(directory);
    if (!reader) return context.failure(reader.error());
    const auto status = reader->status();
    if (!status) return context.failure(status.error());
    return context.answer(runDocument(directory, *status), [&] {
        std::cout << status->id << "  " << runs::toText(status->state) << "  step " << status->step;
        if (status->totalSteps > 0) std::cout << " of " << status->totalSteps;
        std::cout << '\n';
        if (status->error) std::cout << "  " << status->error->message << '\n';
    });
}

}  // namespace anneal::cli
