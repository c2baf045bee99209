#pragma once
// The part of RunWatcher that lives in its thread: looks, reads, and tells what is new.

#include <map>

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QTimer>

#include "bridge/folder_watch.h"
#include "bridge/run_watcher.h"

namespace anneal::bridge {

class RunWork : public QObject {
    Q_OBJECT
public:
    explicit RunWork(std::filesystem::path home) : home_(std::move(home)) {}

    // Call these in this object's thread.
    void start();
    void follow(quint64 feed, const std::filesystem::path& root);
    void unfollow(quint64 feed);
    void lookAtAll(bool liveOnly);

Q_SIGNALS:
    void read(const std::vector<anneal::runs::RunOverview>& runs, const QStringList& gone, bool first);
    /// Why the home cannot be read; empty: it can again.
    void unreadable(const QString& why);
    void rows(quint64 feed, const std::vector<anneal::runs::Metric>& rows, bool anew);
    void events(quint64 feed, const std::vector<anneal::runs::RunEvent>& events, bool anew);
    void samples(quint64 feed, const std::vector<anneal::runs::RunSample>& samples);
    void heartbeats(quint64 feed, const std::vector<anneal::runs::Heartbeat>& beats);

private:
    using Time = std::filesystem::file_time_type;
    /// When its database and its label were last written to, and how much is in the log of the former.
    struct Mark {
        Time database, log, label;
        std::uintmax_t bytes = 0;
        bool operator==(const Mark&) const = default;
    };
    struct Seen {
        std::unique_ptr<runs::OverviewReader> reader;  ///< of a live run
        QString id;
        Mark mark;
        bool live = false;
    };
    struct Feed {
        runs::RunDirectory directory{{}};
        std::unique_ptr<runs::RunReader> reader;
        Mark mark;
        std::int64_t lastStep = -1, lastEvent = 0;
        double started = 0;
        std::size_t samples = 0;
        bool beating = false;
    };

    static Mark markOf(const runs::RunDirectory& directory);
    void list();
    void lookAtLive();
    void readRun(const std::filesystem::path& root, Seen& seen, std::vector<runs::RunOverview>& out);
    void tell(quint64 id, Feed& feed);
    void beat();
    void watch(const std::filesystem::path& root, bool live);

    std::filesystem::path home_;
    std::map<std::filesystem::path, Seen> runs_;  ///< by the run's directory, links followed
    std::map<quint64, Feed> feeds_;
    FolderWatch* folder_ = nullptr;
    QFileSystemWatcher* files_ = nullptr;
    QTimer* soon_ = nullptr;
    QString why_;
    bool first_ = true;
    bool pending_ = false;  ///< a folder is there that is no run yet
    QElapsedTimer sinceChange_;
};

}  // namespace anneal::bridge
