#include "bridge/run_work.h"

#include "base/log.h"
#include "runs/run_label.h"

namespace anneal::bridge {
namespace {

namespace fs = std::filesystem;

constexpr int kLiveMs = 200;    // a live row is on screen within 250 ms
constexpr int kSettleMs = 30;   // one look for the many writes of one transaction
constexpr int kAllMs = 2000;    // runs at rest, and whether the live ones still live
constexpr int kComesMs = 5000;  // for so long a folder that came is looked at again and again, until it is a run
constexpr int kBeatMs = 500;    // ranks beat twice a second

std::uintmax_t sizeOf(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return error ? 0 : size;
}

fs::file_time_type timeOf(const fs::path& file) {
    std::error_code error;
    const auto time = fs::last_write_time(file, error);
    return error ? fs::file_time_type() : time;
}

fs::path logOf(const runs::RunDirectory& directory) { return directory.database().string() + "-wal"; }

}  // namespace

RunWork::Mark RunWork::markOf(const runs::RunDirectory& directory) {
    const auto log = logOf(directory);
    return {timeOf(directory.database()), timeOf(log), timeOf(runs::labelFile(directory)), sizeOf(log)};
}

void RunWork::start() {
    folder_ = new FolderWatch(home_, this);
    files_ = new QFileSystemWatcher(this);
    soon_ = new QTimer(this);
    soon_->setSingleShot(true);
    soon_->setInterval(kSettleMs);
    connect(folder_, &FolderWatch::changed, this, [this] {
        sinceChange_.start();
        list();
    });
    connect(files_, &QFileSystemWatcher::fileChanged, soon_, qOverload<>(&QTimer::start));
    connect(soon_, &QTimer::timeout, this, &RunWork::lookAtLive);
    const auto every = [this](int ms, auto look) {
        auto* timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, look);
        timer->start(ms);
    };
    every(kLiveMs, [this] {
        if (pending_ && sinceChange_.elapsed() < kComesMs) list();
        lookAtLive();
    });
    every(kAllMs, [this] {
        if (pending_) list();
        lookAtAll(false);
    });
    every(kBeatMs, [this] { beat(); });
    sinceChange_.start();
    list();
}

void RunWork::list() {
    std::map<fs::path, Seen> found;
    std::error_code error;
    pending_ = false;
    for (fs::directory_iterator it(home_, error), end; !error && it != end; it.increment(error)) {
        const auto directory = runs::RunDirectory::open(it->path());
        if (!directory) {
            // Its database comes after its folder, and the home does not change again when it does.
            pending_ = true;
            continue;
        }
        auto known = runs_.extract(directory->root());
        known.empty() ? void(found.try_emplace(directory->root())) : void(found.insert(std::move(known)));
    }
    const auto why = error ? QString::fromStdString(home_.string() + ": " + error.message()) : QString();
    if (why != std::exchange(why_, why)) Q_EMIT unreadable(why);
    QStringList gone;
    for (const auto& [root, seen] : runs_) {
        gone << seen.id;
        watch(root, false);
    }
    runs_ = std::move(found);
    std::vector<runs::RunOverview> read;
    for (auto& [root, seen] : runs_)
        if (seen.id.isEmpty()) readRun(root, seen, read);
    if (first_ || !read.empty() || !gone.isEmpty()) Q_EMIT this->read(read, gone, std::exchange(first_, false));
}

void RunWork::lookAtLive() {
    lookAtAll(true);
    for (auto& [id, feed] : feeds_)
        if (const auto mark = markOf(feed.directory); mark != feed.mark) {
            feed.mark = mark;
            tell(id, feed);
        }
}

void RunWork::lookAtAll(bool liveOnly) {
    std::vector<runs::RunOverview> read;
    for (auto& [root, seen] : runs_) {
        if (liveOnly && !seen.live) continue;
        // A run whose processes died writes nothing: only a look at them tells.
        const bool due = seen.live && !liveOnly;
        if (due || markOf(runs::RunDirectory(root)) != seen.mark) readRun(root, seen, read);
    }
    if (!read.empty()) Q_EMIT this->read(read, {}, false);
}

void RunWork::readRun(const fs::path& root, Seen& seen, std::vector<runs::RunOverview>& out) {
    const runs::RunDirectory directory(root);
    seen.mark = markOf(directory);
    if (!seen.reader) {
        auto opened = runs::OverviewReader::open(directory);
        if (!opened) return base::logDebug(root.string() + ": " + opened.error().message);
        seen.reader = std::make_unique<runs::OverviewReader>(std::move(*opened));
    }
    auto overview = seen.reader->read();
    if (!overview) return base::logDebug(root.string() + ": " + overview.error().message);
    seen.id = QString::fromStdString(overview->status.id);
    const bool live = isLiveState(overview->status.state);
    if (live != seen.live) watch(root, live);
    seen.live = live;
    if (!live) seen.reader.reset();
    out.push_back(std::move(*overview));
}

void RunWork::watch(const fs::path& root, bool live) {
    const runs::RunDirectory directory(root);
    for (const auto& file : {directory.database(), logOf(directory)}) {
        const auto path = QString::fromStdString(file.string());
        live ? files_->addPath(path) : files_->removePath(path);
    }
}

void RunWork::follow(quint64 id, const fs::path& root) {
    auto& feed = feeds_[id];
    feed.directory = runs::RunDirectory(root);
    feed.mark = markOf(feed.directory);
    tell(id, feed);
    beat();
}

void RunWork::unfollow(quint64 id) { feeds_.erase(id); }

void RunWork::tell(quint64 id, Feed& feed) {
    if (!feed.reader) {
        auto opened = runs::RunReader::open(feed.directory);
        if (!opened) return base::logDebug(opened.error().message);
        feed.reader = std::make_unique<runs::RunReader>(std::move(*opened));
    }
    const auto status = feed.reader->recordedStatus();
    if (!status) return;
    // From the last step on: it may have got its evaluation since. Where it is gone, the run went on from an earlier one.
    auto rows = feed.reader->metrics(feed.lastStep - 1);
    const bool cut = rows && feed.lastStep >= 0 && (rows->empty() || rows->front().step != feed.lastStep);
    const bool anotherLife = feed.lastStep < 0 || cut || status->started != feed.started;
    if (anotherLife && feed.lastStep >= 0) rows = feed.reader->metrics();
    if (anotherLife) feed.lastStep = -1;
    feed.started = status->started;
    if (rows && (!rows->empty() || anotherLife)) {
        if (!rows->empty()) feed.lastStep = rows->back().step;
        Q_EMIT this->rows(id, *rows, anotherLife);
    }
    if (const auto events = feed.reader->events(feed.lastEvent); events && !events->empty()) {
        Q_EMIT this->events(id, *events, feed.lastEvent == 0);
        feed.lastEvent = events->back().id;
    }
    if (const auto samples = feed.reader->samples(); samples && samples->size() != feed.samples) {
        feed.samples = samples->size();
        Q_EMIT this->samples(id, *samples);
    }
}

void RunWork::beat() {
    for (auto& [id, feed] : feeds_) {
        const auto beats = runs::readHeartbeats(feed.directory);
        if (!beats.empty() || feed.beating) Q_EMIT heartbeats(id, beats);
        feed.beating = !beats.empty();
    }
}

}  // namespace anneal::bridge
