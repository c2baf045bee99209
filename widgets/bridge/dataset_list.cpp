#include "bridge/dataset_list.h"

#include "base/files.h"
#include "data/dataset.h"

namespace anneal::bridge {
namespace {

namespace fs = std::filesystem;

QDateTime timeOf(const fs::path& folder) {
    std::error_code error;
    const auto time = fs::last_write_time(folder, error);
    return error ? QDateTime()
                 : QDateTime::fromMSecsSinceEpoch(
                       std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(time).time_since_epoch())
                           .count());
}

Result<std::vector<DatasetEntry>> readAll(const jobs::JobContext&) {
    std::vector<DatasetEntry> entries;
    std::error_code error;
    for (fs::directory_iterator it(data::datasetsHome(), error), end; !error && it != end; it.increment(error)) {
        if (!base::isComplete(it->path())) continue;
        if (auto manifest = data::readManifest(it->path()))
            entries.push_back(
                {QString::fromStdString(it->path().filename().string()), it->path(), std::move(*manifest), timeOf(it->path())});
    }
    std::ranges::sort(entries, [](const auto& a, const auto& b) { return a.made != b.made ? a.made > b.made : a.id < b.id; });
    return entries;
}

}  // namespace

DatasetList::DatasetList(Jobs& jobs) : jobs_(jobs) {}

void DatasetList::start() {
    watch_ = std::make_unique<FolderWatch>(data::datasetsHome());
    connect(watch_.get(), &FolderWatch::changed, this, &DatasetList::reload);
    reload();
}

const DatasetEntry* DatasetList::find(const QString& id) const {
    const auto found = std::ranges::find(entries_, id, &DatasetEntry::id);
    return found == entries_.end() ? nullptr : &*found;
}

void DatasetList::reload() {
    jobs_.compute<std::vector<DatasetEntry>>({.title = tr("Data sets"), .shown = false}, readAll, *this, [this](auto read) {
        if (!read) return;
        entries_ = std::move(*read);
        ready_ = true;
        Q_EMIT changed();
    });
}

}  // namespace anneal::bridge
