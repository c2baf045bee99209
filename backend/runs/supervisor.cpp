#include "runs/supervisor.h"

#include <csignal>
#include <cstring>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/file_lock.h"
#include "base/files.h"
#include "base/log.h"
#include "base/process.h"
#include "runs/commands.h"
#include "runs/death.h"
#include "runs/engine_process.h"
#include "runs/heartbeat.h"
#include "runs/run_reader.h"
#include "runs/run_recorder.h"
#include "runs/supervisor_record.h"

namespace anneal::runs {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
constexpr auto kPoll = milliseconds(50);
constexpr auto kSettle = milliseconds(500);  // ranks that lose their peers end within this
constexpr auto kStartTimeout = std::chrono::seconds(20);
constexpr int kStoppedExit = 130;
constexpr std::string_view kPeerLost = "rank_lost";  // what a rank says whose collective broke
constexpr off_t kReserveBytes = 256 * 1024;

volatile std::sig_atomic_t stopSignals = 0;
void onStopSignal(int) { stopSignals = stopSignals + 1; }

/// A port that was free a moment ago; rank 0 binds it next.
int freePort() {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    int port = 29500;
    if (listener >= 0 && ::bind(listener, reinterpret_cast<sockaddr*>(&address), length) == 0 &&
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &length) == 0)
        port = ntohs(address.sin_port);
    if (listener >= 0) ::close(listener);
    return port;
}

/// Space set aside, so that a run which filled the disk can still write why it ended.
class Reserve {
public:
    explicit Reserve(const RunDirectory& directory) : file_(directory.root() / ".reserve") {
        const int descriptor = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        if (descriptor < 0) return;
        if (::posix_fallocate(descriptor, 0, kReserveBytes) != 0) base::logWarning("no space could be set aside in " + file_.string());
        ::close(descriptor);
    }
    ~Reserve() { release(); }
    void release() {
        std::error_code ignored;
        std::filesystem::remove(file_, ignored);
    }

private:
    std::filesystem::path file_;
};

/// Held by the one supervisor of a run, from before it touches anything until it ends.
Result<base::FileLock> lockSupervision(const RunDirectory& directory) {
    auto lock = base::FileLock::tryTake(directory.root() / "supervisor.lock");
    if (!lock && lock.error().code == "locked") return fail(busyError(directory));
    return lock;
}

struct Rank {
    base::Process process;
    int number;
    std::optional<base::ExitStatus> status;
};

enum class Phase { running, asked, terminating, settling, killing };

class Supervision {
public:
    Supervision(const RunDirectory& directory, const SupervisorOptions& options)
        : directory_(directory), options_(options), before_(BeforeDeath::now(directory)) {}

    Status startRanks(int count) {
        const auto port = std::to_string(freePort());
        for (int rank = 0; rank < count; ++rank) {
            auto process = engineProcess(options_.engine);
            process.arguments = {"rank", directory_.root().string()};
            process.environment.insert({{"RANK", std::to_string(rank)},
                                        {"LOCAL_RANK", std::to_string(rank)},
                                        {"WORLD_SIZE", std::to_string(count)},
                                        {"LOCAL_WORLD_SIZE", std::to_string(count)},
                                        {"MASTER_ADDR", "127.0.0.1"},
                                        {"MASTER_PORT", port}});
            process.outputFile = directory_.log();
            ANNEAL_TRY(started, base::Process::spawn(process));
            ranks_.push_back({std::move(started), rank, {}});
        }
        return {};
    }

    /// Until every rank is reaped. One rank's death ends the others; a stop goes from asking to killing.
    void watch() {
        while (reap()) {
            if (phase_ == Phase::running && stopSignals > 0) {
                (void)sendCommand(directory_, {CommandKind::stop});
                stopping_ = true;
                enter(Phase::asked, options_.grace);
            } else if (phase_ == Phase::asked && (Clock::now() >= deadline_ || stopSignals > 1)) {
                signalAll(SIGTERM);
                enter(Phase::terminating, options_.kill);
            } else if ((phase_ == Phase::terminating || phase_ == Phase::settling) && Clock::now() >= deadline_) {
                signalAll(SIGKILL);
                enter(Phase::killing, options_.kill);
            }
        }
    }

    /// The terminal state, written where rank 0 did not write it or could not know the reason.
    Result<RunState> conclude() {
        reserve_.release();
        ANNEAL_TRY(recorder, RunRecorder::open(directory_));
        ANNEAL_TRY(reader, RunReader::open(directory_));
        ANNEAL_TRY(status, reader.recordedStatus());
        const bool told = isTerminal(status.state);
        const auto* cause = told && status.error ? firstCause(*status.error) : firstCause({});
        if (told && !cause) return status.state;
        RunState state = RunState::failed;
        Error error{"rank_failed", "the run ended without saying how", "look into " + directory_.log().string()};
        if (cause) {
            error = cause->error;
        } else if (stopping_) {
            state = RunState::stopped;
            error = Error{"stopped", "the run was stopped by force: it did not answer in time", ""};
        }
        const auto checkpoints = directory_.checkpointList();
        const auto from = checkpoints.empty() ? std::string("the start") : "step " + std::to_string(checkpoints.back().step);
        error.hint += (error.hint.empty() ? "" : "; then ") + ("go on from " + from + ": anneal train --resume " + status.id);
        ANNEAL_CHECK(recorder.finish(state, status.step, status.summary, error));
        return state;
    }

private:
    struct Death {
        int rank;
        bool bySignal;
        Error error;
    };

    /// False once nothing runs any more.
    bool reap() {
        bool running = false;
        for (auto& rank : ranks_) {
            if (rank.status) continue;
            rank.status = rank.process.wait(running ? milliseconds(0) : kPoll);
            if (!rank.status)
                running = true;
            else
                onExit(rank);
        }
        return running;
    }

    void onExit(const Rank& rank) {
        const auto& status = *rank.status;
        const bool killedByUs = phase_ == Phase::killing || (phase_ == Phase::terminating && status.signal == SIGTERM);
        if (status.ok() || status.code == kStoppedExit || killedByUs) return;
        deaths_.push_back({rank.number, status.signal != 0, explainDeath(directory_, rank.number, status, before_)});
        base::logError(deaths_.back().error.message);
        // The others wait for it in a collective that will never complete.
        if (phase_ != Phase::settling) enter(Phase::settling, kSettle);
    }

    /// The death that the others followed from; null if what rank 0 told is all there is to tell.
    const Death* firstCause(const std::optional<Error>& told) const {
        const auto follows = [&](const Death& death) {
            return death.error.code == kPeerLost || (death.rank == 0 && told && told->code == kPeerLost);
        };
        for (const auto& death : deaths_) {
            if (follows(death)) continue;
            const bool ownReason = death.rank == 0 && told && !death.bySignal;
            return ownReason ? nullptr : &death;
        }
        return deaths_.empty() || told ? nullptr : &deaths_.front();
    }

    void signalAll(int number) {
        for (auto& rank : ranks_)
            if (!rank.status) rank.process.signal(number);
    }

    void enter(Phase phase, milliseconds time) {
        phase_ = phase;
        deadline_ = Clock::now() + time;
    }

    RunDirectory directory_;
    SupervisorOptions options_;
    BeforeDeath before_;
    Reserve reserve_{directory_};
    std::vector<Rank> ranks_;
    Phase phase_ = Phase::running;
    Clock::time_point deadline_;
    bool stopping_ = false;
    std::vector<Death> deaths_;
};

}  // namespace

Status startSupervisor(const RunDirectory& directory, const std::filesystem::path& program) {
    base::ProcessOptions options;
    options.program = program;
    options.arguments = {"supervise", directory.root().string()};
    options.outputFile = directory.log();
    options.detach = true;
    ANNEAL_TRY(process, base::Process::spawn(options));
    const auto deadline = Clock::now() + kStartTimeout;
    while (Clock::now() < deadline) {
        if (const auto record = readSupervisor(directory); record && record->pid == process.pid()) return {};
        if (process.wait(milliseconds(20))) {
            // A run can be over before we looked.
            auto reader = RunReader::open(directory);
            if (reader) {
                const auto status = reader->status();
                if (status && isTerminal(status->state)) return {};
            }
            if (isLive(directory)) return fail(busyError(directory));
            return fail("supervisor_failed", "the run's supervisor ended at once", "look into " + directory.log().string());
        }
    }
    return fail("supervisor_failed", "the run's supervisor does not answer", "look into " + directory.log().string());
}

Result<RunState> supervise(const RunDirectory& directory, const SupervisorOptions& options, const std::function<void()>& beforeEnd) {
    stopSignals = 0;
    std::signal(SIGTERM, onStopSignal);
    std::signal(SIGINT, onStopSignal);
    std::signal(SIGHUP, SIG_IGN);
    ANNEAL_TRY(spec, directory.spec());
    ANNEAL_TRY(lock, lockSupervision(directory));
    (void)lock;
    std::error_code ignored;
    for (const auto& stale : std::filesystem::directory_iterator(directory.ranks(), ignored))
        std::filesystem::remove(stale.path(), ignored);
    clearCommands(directory);
    {
        ANNEAL_TRY(recorder, RunRecorder::open(directory));
        ANNEAL_CHECK(recorder.setState(RunState::queued));
    }
    ANNEAL_CHECK(writeSupervisor(directory, ProcessIdentity::self()));
    Supervision supervision(directory, options);
    const auto started = supervision.startRanks(spec.nprocPerNode);
    if (!started) {
        ANNEAL_TRY(recorder, RunRecorder::open(directory));
        ANNEAL_CHECK(recorder.finish(RunState::failed, 0, {}, started.error()));
        removeSupervisor(directory, ProcessIdentity::self());
        return RunState::failed;
    }
    supervision.watch();
    if (beforeEnd) beforeEnd();
    auto state = supervision.conclude();
    removeSupervisor(directory, ProcessIdentity::self());
    return state;
}

Status requestStop(const RunDirectory& directory) {
    if (!isLive(directory)) return fail("run_not_live", directory.root().string() + " is not running", "nothing is to be stopped");
    if (const auto supervisor = readSupervisor(directory); supervisor && supervisor->alive()) {
        ::kill(supervisor->pid, SIGTERM);
        return {};
    }
    ANNEAL_TRY(id, sendCommand(directory, {CommandKind::stop}));
    (void)id;
    return {};
}

}  // namespace anneal::runs
