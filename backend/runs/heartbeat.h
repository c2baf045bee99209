#pragma once
// ranks/N.json: each rank says twice a second that it lives and how it does.

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <sys/types.h>

#include "base/json.h"
#include "runs/run_directory.h"

namespace anneal::runs {

inline constexpr double kHeartbeatLost = 30;  ///< seconds

/// A process that can be told from a later one with the same pid.
struct ProcessIdentity {
    pid_t pid = 0;
    std::uint64_t startTicks = 0;  ///< field 22 of /proc/PID/stat
    std::string host;

    static ProcessIdentity self();
    bool onThisHost() const;
    /// On this host: whether that very process runs. On another: unknown, false.
    bool alive() const;
};

struct Heartbeat {
    int rank = 0;
    ProcessIdentity process;
    double time = 0;  ///< UNIX seconds
    std::int64_t step = 0;
    std::string phase;             ///< "loading", "training", "evaluating", "saving", "paused"
    Json gauges = Json::object();  ///< rss_bytes, peak_rss_bytes, and what the rank adds: gpu_memory_bytes, …
};

/// Beats from its own thread until destroyed, then removes the file. update() is cheap and thread-safe.
class HeartbeatThread {
public:
    HeartbeatThread(const RunDirectory& directory, int rank);
    ~HeartbeatThread();
    HeartbeatThread(const HeartbeatThread&) = delete;
    HeartbeatThread& operator=(const HeartbeatThread&) = delete;

    void update(std::int64_t step, const std::string& phase, const Json& gauges = Json::object());

private:
    void beat();
    std::filesystem::path file_;
    Heartbeat beat_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ended_ = false;
    std::thread thread_;
};

std::vector<Heartbeat> readHeartbeats(const RunDirectory& directory);

/// ranks/N.error.json: why a rank other than 0 (or rank 0 before it has run.db) gives up; the supervisor reads it.
Status writeRankError(const RunDirectory& directory, int rank, const Error& error);
std::optional<Error> readRankError(const RunDirectory& directory, int rank);

}  // namespace anneal::runs
