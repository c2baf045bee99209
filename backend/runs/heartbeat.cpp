#include "runs/heartbeat.h"

#include <charconv>
#include <chrono>
#include <fstream>

#include <sys/resource.h>
#include <unistd.h>

#include "base/files.h"
#include "base/process.h"
#include "base/text.h"
#include "runs/run_state.h"
#include "runs/supervisor_record.h"

namespace anneal::runs {

namespace fs = std::filesystem;

namespace {

constexpr auto kBeatInterval = std::chrono::milliseconds(500);

std::string hostName() {
    char name[256] = {};
    ::gethostname(name, sizeof name - 1);
    return name;
}

/// Field 22 of /proc/PID/stat: when the process started, in clock ticks since boot. 0 if it is gone.
std::uint64_t startTicksOf(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string line;
    std::getline(file, line);
    const auto name = line.rfind(')');  // the name may hold spaces
    if (name == std::string::npos) return 0;
    const auto fields = base::split(std::string_view(line).substr(name + 2), ' ');
    if (fields.size() < 20 || fields[0] == "Z") return 0;
    std::uint64_t ticks = 0;
    std::from_chars(fields[19].data(), fields[19].data() + fields[19].size(), ticks);
    return ticks;
}

std::int64_t residentBytes() {
    std::ifstream file("/proc/self/statm");
    std::int64_t total = 0, resident = 0;
    file >> total >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

std::int64_t peakResidentBytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return std::int64_t{usage.ru_maxrss} * 1024;
}

Json toJson(const ProcessIdentity& process) { return {{"pid", process.pid}, {"start_ticks", process.startTicks}, {"host", process.host}}; }

ProcessIdentity identityFrom(const Json& document) {
    return {document.value("pid", pid_t{0}), document.value("start_ticks", std::uint64_t{0}), document.value("host", std::string())};
}

/// Renamed in but not fsynced: a heartbeat need not survive a power cut.
void replaceFile(const fs::path& file, const std::string& text) {
    auto beside = file;
    beside += ".new";
    {
        std::ofstream out(beside, std::ios::trunc);
        out << text;
        out.close();
        if (!out) return;
    }
    std::error_code ignored;
    fs::rename(beside, file, ignored);
}

}  // namespace

ProcessIdentity ProcessIdentity::self() { return {::getpid(), startTicksOf(::getpid()), hostName()}; }

bool ProcessIdentity::onThisHost() const { return host == hostName(); }

bool ProcessIdentity::alive() const { return onThisHost() && pid > 0 && startTicks != 0 && startTicksOf(pid) == startTicks; }

HeartbeatThread::HeartbeatThread(const RunDirectory& directory, int rank) : file_(directory.ranks() / (std::to_string(rank) + ".json")) {
    std::error_code ignored;
    fs::create_directories(directory.ranks(), ignored);
    beat_.rank = rank;
    beat_.process = ProcessIdentity::self();
    beat_.phase = "loading";
    beat();
    thread_ = std::thread([this] {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, kBeatInterval, [this] { return ended_; })) {
            lock.unlock();
            beat();
            lock.lock();
        }
    });
}

HeartbeatThread::~HeartbeatThread() {
    {
        std::lock_guard lock(mutex_);
        ended_ = true;
    }
    wake_.notify_all();
    thread_.join();
    std::error_code ignored;
    fs::remove(file_, ignored);
}

void HeartbeatThread::update(std::int64_t step, const std::string& phase, const Json& gauges) {
    std::lock_guard lock(mutex_);
    beat_.step = step;
    beat_.phase = phase;
    if (!gauges.empty()) beat_.gauges = gauges;
}

void HeartbeatThread::beat() {
    Heartbeat now;
    {
        std::lock_guard lock(mutex_);
        now = beat_;
    }
    now.gauges["rss_bytes"] = residentBytes();
    now.gauges["peak_rss_bytes"] = peakResidentBytes();
    const Json document{{"rank", now.rank},   {"process", toJson(now.process)},
                        {"time", unixNow()},  {"step", now.step},
                        {"phase", now.phase}, {"gauges", now.gauges}};
    replaceFile(file_, base::dumpJson(document));
}

std::vector<Heartbeat> readHeartbeats(const RunDirectory& directory) {
    std::vector<Heartbeat> beats;
    std::error_code error;
    for (fs::directory_iterator it(directory.ranks(), error), end; !error && it != end; it.increment(error)) {
        const auto name = it->path().filename().string();
        if (!name.ends_with(".json") || name.ends_with(".error.json")) continue;
        const auto document = base::readJson(it->path());
        if (!document || !document->is_object()) continue;
        beats.push_back({document->value("rank", 0), identityFrom(document->value("process", Json::object())), document->value("time", 0.0),
                         document->value("step", std::int64_t{0}), document->value("phase", std::string()),
                         document->value("gauges", Json::object())});
    }
    return beats;
}

namespace {
fs::path rankErrorFile(const RunDirectory& directory, int rank) { return directory.ranks() / (std::to_string(rank) + ".error.json"); }
}  // namespace

Status writeRankError(const RunDirectory& directory, int rank, const Error& error) {
    const Json document{{"code", error.code}, {"message", error.message}, {"hint", error.hint}};
    return base::writeFileAtomically(rankErrorFile(directory, rank), base::dumpJson(document));
}

std::optional<Error> readRankError(const RunDirectory& directory, int rank) {
    const auto document = base::readJson(rankErrorFile(directory, rank));
    if (!document || !document->is_object()) return std::nullopt;
    return Error{document->value("code", ""), document->value("message", ""), document->value("hint", "")};
}

Status writeSupervisor(const RunDirectory& directory, const ProcessIdentity& process) {
    return base::writeFileAtomically(directory.supervisorFile(), base::dumpJson(toJson(process)));
}

void removeSupervisor(const RunDirectory& directory, const ProcessIdentity& process) {
    if (const auto record = readSupervisor(directory); record && record->pid != process.pid) return;
    std::error_code ignored;
    fs::remove(directory.supervisorFile(), ignored);
}

std::optional<ProcessIdentity> readSupervisor(const RunDirectory& directory) {
    const auto document = base::readJson(directory.supervisorFile());
    if (!document || !document->is_object()) return std::nullopt;
    return identityFrom(*document);
}

}  // namespace anneal::runs
