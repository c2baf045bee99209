#include "runs/run_reader.h"

#include <algorithm>

#include "runs/heartbeat.h"
#include "runs/run_schema.h"
#include "runs/supervisor_record.h"
#include "store/database.h"

namespace anneal::runs {

namespace {

template <class T>
std::optional<T> optionalReal(const store::Row& row, std::size_t column) {
    return row.isNull(column) ? std::nullopt : std::optional<T>(row.real(column));
}

bool rankLives(const Heartbeat& beat, double now) {
    if (beat.process.onThisHost()) return beat.process.alive();
    return now - beat.time < kHeartbeatLost;
}

}  // namespace

struct RunReader::State {
    RunDirectory directory;
    store::Database database;
};

RunReader::RunReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
RunReader::RunReader(RunReader&&) noexcept = default;
RunReader& RunReader::operator=(RunReader&&) noexcept = default;
RunReader::~RunReader() = default;

Result<RunReader> RunReader::open(const RunDirectory& directory) {
    ANNEAL_TRY(database, store::Database::openReader(directory.database()));
    if (database.schemaVersion() > static_cast<int>(kRunMigrations.size()))
        return fail("run_schema_newer", directory.root().string() + " was written by a newer version", "open it with that version");
    return RunReader(std::make_unique<State>(State{directory, std::move(database)}));
}

Result<RunReader::Recorded> RunReader::recorded() const {
    const std::string lives = state_->database.schemaVersion() > 1 ? "life_started, earlier_seconds" : "started, 0";
    ANNEAL_TRY(rows, state_->database.query("SELECT id, state, step, total_steps, created, started, finished, error_code, error_message, "
                                            "error_hint, summary, updated, " +
                                            lives + " FROM run"));
    if (rows.empty()) return fail("run_damaged", state_->directory.database().string() + " holds no run", "delete the run's directory");
    const auto& row = rows.front();
    RunStatus status;
    status.id = row.text(0);
    ANNEAL_TRY(state, parseRunState(row.text(1)));
    status.state = state;
    status.step = row.integer(2);
    status.totalSteps = row.integer(3);
    status.created = row.real(4);
    status.started = row.real(5);
    status.finished = row.real(6);
    const double until = row.isNull(6) ? row.real(11) : status.finished;
    if (!row.isNull(12)) status.seconds = row.real(13) + std::max(0.0, until - row.real(12));
    if (!row.isNull(7)) status.error = Error{row.text(7), row.text(8), row.text(9)};
    if (auto summary = base::parseJson(row.text(10))) status.summary = RunSummary::fromJson(*summary);
    return Recorded{std::move(status), row.real(11)};
}

Result<RunStatus> RunReader::recordedStatus() const {
    ANNEAL_TRY(record, recorded());
    return record.status;
}

Result<RunStatus> RunReader::status() const {
    ANNEAL_TRY(first, recorded());
    // A torchrun's ranks may take a while to come up after the run was prepared.
    const bool young = first.status.state == RunState::queued && unixNow() - first.updated < kHeartbeatLost;
    if (isTerminal(first.status.state) || young || isLive(state_->directory)) return first.status;
    // It may have ended between the two looks.
    ANNEAL_TRY(again, recorded());
    if (isTerminal(again.status.state)) return again.status;
    again.status.state = RunState::lost;
    again.status.error = Error{"run_lost", "the run's processes ended without a word",
                               "go on from the last checkpoint: anneal train --resume " + again.status.id};
    return again.status;
}

Result<std::vector<Metric>> RunReader::metrics(std::int64_t afterStep) const {
    ANNEAL_TRY(rows,
               state_->database.query(
                   "SELECT step, epoch, loss, eval_loss, lr, grad_norm, tokens_per_second, time FROM metrics WHERE step > ? ORDER BY step",
                   {afterStep}));
    std::vector<Metric> metrics;
    for (const auto& row : rows) {
        Metric metric{row.integer(0),
                      row.real(1),
                      optionalReal<double>(row, 2),
                      optionalReal<double>(row, 3),
                      optionalReal<double>(row, 4),
                      optionalReal<double>(row, 5),
                      optionalReal<double>(row, 6),
                      row.real(7)};
        metrics.push_back(metric);
    }
    return metrics;
}

Result<std::vector<RunEvent>> RunReader::events(std::int64_t afterId) const {
    ANNEAL_TRY(rows, state_->database.query("SELECT id, time, kind, message, data FROM events WHERE id > ? ORDER BY id", {afterId}));
    std::vector<RunEvent> events;
    for (const auto& row : rows)
        events.push_back({row.integer(0), row.real(1), row.text(2), row.text(3), base::parseJson(row.text(4)).value_or(Json::object())});
    return events;
}

Result<std::vector<RunSample>> RunReader::samples() const {
    ANNEAL_TRY(rows, state_->database.query("SELECT step, idx, prompt, expected, text FROM samples ORDER BY step, idx"));
    std::vector<RunSample> samples;
    for (const auto& row : rows)
        samples.push_back({row.integer(0), static_cast<int>(row.integer(1)), row.text(2), row.text(3), row.text(4)});
    return samples;
}

Error busyError(const RunDirectory& directory) {
    return {"run_busy", directory.root().string() + " is running", "watch it with anneal runs watch"};
}

bool isLive(const RunDirectory& directory) {
    if (const auto supervisor = readSupervisor(directory); supervisor && supervisor->alive()) return true;
    const auto now = unixNow();
    return std::ranges::any_of(readHeartbeats(directory), [&](const auto& beat) { return rankLives(beat, now); });
}

}  // namespace anneal::runs
