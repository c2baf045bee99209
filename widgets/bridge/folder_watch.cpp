#include "bridge/folder_watch.h"

namespace anneal::bridge {
namespace {

constexpr int kPollMs = 2000;

}  // namespace

FolderWatch::FolderWatch(const std::filesystem::path& folder, QObject* parent)
    : QObject(parent), folder_(folder), watcher_(this), poll_(this) {
    std::error_code ignored;
    std::filesystem::create_directories(folder_, ignored);
    last_ = std::filesystem::last_write_time(folder_, ignored);
    watcher_.addPath(QString::fromStdString(folder_.string()));
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::look);
    connect(&poll_, &QTimer::timeout, this, &FolderWatch::look);
    poll_.start(kPollMs);
}

void FolderWatch::look() {
    std::error_code error;
    const auto now = std::filesystem::last_write_time(folder_, error);
    if (error || now == last_) return;
    last_ = now;
    Q_EMIT changed();
}

}  // namespace anneal::bridge
