#include "runs/calibration.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

#include "base/files.h"
#include "base/hash.h"
#include "runs/heartbeat.h"
#include "runs/run_directory.h"
#include "runs/run_reader.h"
#include "runs/supervisor.h"
#include "runs/supervisor_record.h"

namespace anneal::runs {

namespace fs = std::filesystem;

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kMostSteps = 24;
constexpr std::int64_t kFewestSteps = 3;  // that count; the first warms up and does not
constexpr double kSecondsOfSteps = 4;
constexpr auto kPoll = 20ms;

fs::path calibrationHome() { return base::cacheHome() / "calibration"; }

/// Ends every process of the calibration and removes its directory.
class Trial {
public:
    explicit Trial(RunDirectory directory) : directory_(std::move(directory)) {}
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;
    ~Trial() {
        if (const auto supervisor = readSupervisor(directory_); supervisor && supervisor->alive()) ::kill(supervisor->pid, SIGKILL);
        for (const auto& beat : readHeartbeats(directory_))
            if (beat.process.alive()) ::kill(beat.process.pid, SIGKILL);
        for (int i = 0; i < 100 && isLive(directory_); ++i) std::this_thread::sleep_for(kPoll);
        std::error_code ignored;
        fs::remove_all(directory_.root(), ignored);
    }
    const RunDirectory& directory() const { return directory_; }

private:
    RunDirectory directory_;
};

void removeAbandoned() {
    std::error_code ignored;
    for (fs::directory_iterator it(calibrationHome(), ignored), end; it != end; it.increment(ignored))
        if (const RunDirectory old(it->path()); !isLive(old)) fs::remove_all(it->path(), ignored);
}

RunSpec trialSpec(RunSpec spec) {
    spec.outputDir = (calibrationHome() / base::randomUuid()).string();
    spec.maxSteps = kMostSteps;
    spec.loggingSteps = 1;
    spec.saveStrategy = IntervalStrategy::no;
    spec.evalStrategy = IntervalStrategy::no;
    spec.evalDataset.clear();
    spec.valSize = 0;
    spec.loadBestModelAtEnd = false;
    spec.plotLoss = false;
    return spec;
}

/// Keeps the largest figures that the heartbeats showed.
void observe(const RunDirectory& directory, Calibration& seen) {
    for (const auto& beat : readHeartbeats(directory)) {
        const auto host = beat.gauges.value("peak_rss_bytes", std::int64_t{0});
        const auto device = beat.gauges.value("gpu_peak_bytes", std::int64_t{0});
        if (beat.phase == "loading" && seen.runtimeBytes == 0) seen.runtimeBytes = beat.gauges.value("rss_bytes", std::int64_t{0});
        seen.peakBytes = std::max(seen.peakBytes, device > 0 ? device : host);
    }
}

}  // namespace

Result<Calibration> calibrate(const RunSpec& spec, const fs::path& trainTokens, const fs::path& program,
                              const base::ProgressFunction& progress, const base::StopToken& stop) {
    removeAbandoned();
    ANNEAL_TRY(made, RunDirectory::create(trialSpec(spec), Listed::no));
    const Trial trial(made);
    const auto& directory = trial.directory();
    std::error_code error;
    fs::create_directories(directory.trainTokens().parent_path(), error);
    fs::create_directory_symlink(fs::absolute(trainTokens), directory.trainTokens(), error);

    const double launched = unixNow();
    ANNEAL_CHECK(startSupervisor(directory, program));
    Calibration seen;
    std::vector<Metric> rows;
    ANNEAL_TRY(reader, RunReader::open(directory));
    for (;;) {
        if (stop.stopRequested()) return fail("stopped", "stopped while calibrating");
        observe(directory, seen);
        ANNEAL_TRY(status, reader.status());
        ANNEAL_TRY(metrics, reader.metrics());
        rows = std::move(metrics);
        if (status.state == RunState::failed || status.state == RunState::lost)
            return fail(status.error.value_or(Error{"calibration_failed", "the calibration failed", "look into the engine's log"}));
        if (isTerminal(status.state)) break;
        const auto counted = static_cast<std::int64_t>(rows.size()) - 1;
        if (progress) progress({std::max<std::int64_t>(0, counted), kMostSteps, "measuring a few steps"});
        if (counted >= kFewestSteps && rows.back().time - rows.front().time >= kSecondsOfSteps) break;
        std::this_thread::sleep_for(kPoll);
    }
    if (rows.empty()) return fail("calibration_failed", "the calibration logged no step", "look into the engine's log");
    if (progress) progress({kMostSteps, kMostSteps, "measuring a few steps"});

    ANNEAL_TRY(tokens, text::PreparedTokens::open(trainTokens));
    seen.steps = static_cast<std::int64_t>(rows.size());
    seen.startSeconds = std::max(0.0, rows.front().time - launched);
    seen.largestTokens = largestMicroBatch(spec, tokens, seen.steps);
    // Steps differ in tokens, so their rates are joined by the time each took per token: a harmonic mean.
    double inverse = 0;
    int counted = 0;
    for (std::size_t i = rows.size() > 1 ? 1 : 0; i < rows.size(); ++i)
        if (rows[i].tokensPerSecond && *rows[i].tokensPerSecond > 0) {
            inverse += 1 / *rows[i].tokensPerSecond;
            ++counted;
        }
    if (counted > 0) seen.tokensPerSecond = counted / inverse;
    return seen;
}

}  // namespace anneal::runs
