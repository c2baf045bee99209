#include "runs/run_recorder.h"

#include <chrono>

#include "base/file_lock.h"
#include "runs/run_schema.h"
#include "store/database.h"

namespace anneal::runs {

namespace {

using store::maybe;
using store::Value;
using Clock = std::chrono::steady_clock;
constexpr auto kProgressInterval = std::chrono::milliseconds(250);

Result<base::FileLock> lockForWriting(const RunDirectory& directory) {
    auto lock = base::FileLock::tryTake(directory.root() / "run.lock");
    if (!lock && lock.error().code == "locked")
        return fail("run_busy", directory.root().string() + " is being trained by another process",
                    "watch it with anneal runs watch, or stop it first");
    return lock;
}

}  // namespace

struct RunRecorder::State {
    base::FileLock lock;
    store::Database database;
    Clock::time_point lastProgress{};

    Status run(std::string_view sql, const std::vector<Value>& parameters) {
        auto changed = database.execute(sql, parameters);
        if (!changed) return fail(changed.error());
        return {};
    }
};

RunRecorder::RunRecorder(std::unique_ptr<State> state) : state_(std::move(state)) {}
RunRecorder::RunRecorder(RunRecorder&&) noexcept = default;
RunRecorder& RunRecorder::operator=(RunRecorder&&) noexcept = default;
RunRecorder::~RunRecorder() = default;

Result<RunRecorder> RunRecorder::create(const RunDirectory& directory, const std::string& id) {
    ANNEAL_TRY(recorder, open(directory));
    ANNEAL_CHECK(recorder.state_->run("INSERT INTO run(id, state, created, updated) VALUES(?1, 'queued', ?2, ?2)", {id, unixNow()}));
    return std::move(recorder);
}

Result<RunRecorder> RunRecorder::open(const RunDirectory& directory) {
    ANNEAL_TRY(lock, lockForWriting(directory));
    ANNEAL_TRY(database, store::Database::openWriter(directory.database(), kRunMigrations));
    return RunRecorder(std::make_unique<State>(State{std::move(lock), std::move(database)}));
}

Status RunRecorder::begin(std::int64_t fromStep, std::int64_t totalSteps) {
    return state_->database.transaction([&]() -> Status {
        ANNEAL_CHECK(state_->run("DELETE FROM metrics WHERE step > ?", {fromStep}));
        ANNEAL_CHECK(state_->run("DELETE FROM samples WHERE step > ?", {fromStep}));
        return state_->run(
            "UPDATE run SET earlier_seconds=earlier_seconds + coalesce(coalesce(finished, updated) - life_started, 0), life_started=?3, "
            "state='running', step=?1, total_steps=?2, started=coalesce(started, ?3), finished=NULL, updated=?3, "
            "error_code=NULL, error_message=NULL, error_hint=NULL, summary='{}'",
            {fromStep, totalSteps, unixNow()});
    });
}

Status RunRecorder::setState(RunState state) { return state_->run("UPDATE run SET state=?, updated=?", {toText(state), unixNow()}); }

Status RunRecorder::progress(std::int64_t step) {
    const auto now = Clock::now();
    if (now - state_->lastProgress < kProgressInterval) return {};
    state_->lastProgress = now;
    return state_->run("UPDATE run SET step=?, updated=?", {step, unixNow()});
}

Status RunRecorder::metric(const Metric& metric) {
    return state_->run(
        "INSERT INTO metrics(step, epoch, loss, eval_loss, lr, grad_norm, tokens_per_second, time) VALUES(?,?,?,?,?,?,?,?) "
        "ON CONFLICT(step) DO UPDATE SET loss=coalesce(excluded.loss, loss), eval_loss=coalesce(excluded.eval_loss, eval_loss), "
        "lr=coalesce(excluded.lr, lr), grad_norm=coalesce(excluded.grad_norm, grad_norm), "
        "tokens_per_second=coalesce(excluded.tokens_per_second, tokens_per_second), epoch=max(epoch, excluded.epoch)",
        {metric.step, metric.epoch, maybe(metric.loss), maybe(metric.evalLoss), maybe(metric.learningRate), maybe(metric.gradNorm),
         maybe(metric.tokensPerSecond), metric.time > 0 ? metric.time : unixNow()});
}

Status RunRecorder::evaluation(std::int64_t step, double evalLoss) {
    Metric row;
    row.step = step;
    row.evalLoss = evalLoss;
    return metric(row);
}

Status RunRecorder::event(const std::string& kind, const std::string& message, const Json& data) {
    return state_->run("INSERT INTO events(time, kind, message, data) VALUES(?,?,?,?)", {unixNow(), kind, message, base::dumpJson(data)});
}

Status RunRecorder::sample(std::int64_t step, int index, const std::string& prompt, const std::string& expected, const std::string& text) {
    return state_->run("INSERT OR REPLACE INTO samples(step, idx, prompt, expected, text) VALUES(?,?,?,?,?)",
                       {step, index, prompt, expected, text});
}

Status RunRecorder::finish(RunState state, std::int64_t step, const RunSummary& summary, const std::optional<Error>& error) {
    const auto part = [&](std::string Error::*member) { return error ? Value((*error).*member) : Value(); };
    return state_->run(
        "UPDATE run SET state=?1, step=?2, summary=?3, finished=?4, updated=?4, error_code=?5, error_message=?6, error_hint=?7",
        {toText(state), step, base::dumpJson(summary.toJson()), unixNow(), part(&Error::code), part(&Error::message), part(&Error::hint)});
}

}  // namespace anneal::runs
