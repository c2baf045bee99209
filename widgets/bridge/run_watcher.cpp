#include "bridge/run_watcher.h"

#include "bridge/run_work.h"

namespace anneal::bridge {

bool isLiveState(runs::RunState state) { return !runs::isTerminal(state) && state != runs::RunState::lost; }

RunFeed::~RunFeed() { end_(); }

RunWatcher::RunWatcher(std::filesystem::path home) : work_(new RunWork(std::move(home))) {
    qRegisterMetaType<std::vector<runs::RunOverview>>();
    qRegisterMetaType<std::vector<runs::Metric>>();
    qRegisterMetaType<std::vector<runs::RunEvent>>();
    qRegisterMetaType<std::vector<runs::RunSample>>();
    qRegisterMetaType<std::vector<runs::Heartbeat>>();
    work_->moveToThread(&thread_);
    connect(&thread_, &QThread::started, work_, &RunWork::start);
    connect(&thread_, &QThread::finished, work_, &QObject::deleteLater);
    connect(work_, &RunWork::read, this, &RunWatcher::take);
    connect(work_, &RunWork::unreadable, this, [this](const QString& why) {
        error_.reset();
        if (!why.isEmpty()) error_ = Error{"runs_unreadable", why.toStdString(), tr("Check who owns the folder.").toStdString()};
        Q_EMIT stateChanged();
    });
    thread_.setObjectName(QStringLiteral("runs"));
}

RunWatcher::~RunWatcher() {
    const bool started = thread_.isRunning();
    thread_.quit();
    thread_.wait();
    if (!started) delete work_;
}

void RunWatcher::start() { thread_.start(); }

void RunWatcher::look() {
    QMetaObject::invokeMethod(
        work_, [work = work_] { work->lookAtAll(false); }, Qt::QueuedConnection);
}

const runs::RunOverview* RunWatcher::find(const QString& id) const {
    const auto found = std::ranges::find(runs_, id.toStdString(), [](const auto& run) { return run.status.id; });
    return found == runs_.end() ? nullptr : &*found;
}

std::unique_ptr<RunFeed> RunWatcher::follow(const runs::RunDirectory& directory) {
    static quint64 next = 0;
    const auto id = ++next;
    const auto inThread = [this](auto call) { QMetaObject::invokeMethod(work_, call, Qt::QueuedConnection); };
    std::unique_ptr<RunFeed> feed(new RunFeed([this, id, inThread, alive = QPointer(this)] {
        if (alive) inThread([work = work_, id] { work->unfollow(id); });
    }));
    const auto mine = [id, feed = feed.get()](auto signal) {
        return [id, feed, signal](quint64 of, const auto&... values) {
            if (of == id) Q_EMIT(feed->*signal)(values...);
        };
    };
    connect(work_, &RunWork::rows, feed.get(), mine(&RunFeed::rows));
    connect(work_, &RunWork::events, feed.get(), mine(&RunFeed::events));
    connect(work_, &RunWork::samples, feed.get(), mine(&RunFeed::samples));
    connect(work_, &RunWork::heartbeats, feed.get(), mine(&RunFeed::heartbeats));
    inThread([work = work_, id, root = directory.root()] { work->follow(id, root); });
    return feed;
}

void RunWatcher::take(const std::vector<runs::RunOverview>& read, const QStringList& gone, bool first) {
    QStringList ids = gone, ended;
    std::erase_if(runs_, [&](const auto& run) { return gone.contains(QString::fromStdString(run.status.id)); });
    for (const auto& run : read) {
        const auto id = QString::fromStdString(run.status.id);
        ids << id;
        const auto known = std::ranges::find(runs_, run.status.id, [](const auto& each) { return each.status.id; });
        if (known == runs_.end()) {
            runs_.push_back(run);
            continue;
        }
        if (isLiveState(known->status.state) && !isLiveState(run.status.state)) ended << id;
        *known = run;
    }
    std::ranges::stable_sort(runs_, std::greater{}, [](const auto& run) { return run.status.created; });
    if (first) {
        ready_ = true;
        Q_EMIT stateChanged();
    }
    if (!ids.isEmpty()) Q_EMIT changed(ids);
    for (const auto& id : ended) Q_EMIT this->ended(id);
}

}  // namespace anneal::bridge
