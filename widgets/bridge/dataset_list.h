#pragma once
// The imported data sets of this machine, newest first, kept current. Main thread only; manifests are read by a job.

#include <QDateTime>
#include <QObject>

#include "bridge/folder_watch.h"
#include "bridge/jobs.h"
#include "data/manifest.h"

namespace anneal::bridge {

struct DatasetEntry {
    QString id;  ///< its folder's name
    std::filesystem::path path;
    data::Manifest manifest;
    QDateTime made;
};

class DatasetList : public QObject {
    Q_OBJECT
public:
    explicit DatasetList(Jobs& jobs);

    /// Reads and watches from now on.
    void start();
    bool isReady() const { return ready_; }
    const std::vector<DatasetEntry>& all() const { return entries_; }
    const DatasetEntry* find(const QString& id) const;
    void reload();

Q_SIGNALS:
    void changed();

private:
    Jobs& jobs_;
    std::unique_ptr<FolderWatch> watch_;
    std::vector<DatasetEntry> entries_;
    bool ready_ = false;
};

}  // namespace anneal::bridge
