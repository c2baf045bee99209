#pragma once
// The models on this machine that have a name, kept current. Main thread only; the register is read by a job.

#include <QObject>

#include "bridge/folder_watch.h"
#include "bridge/jobs.h"
#include "catalogue/registry.h"

namespace anneal::bridge {

class ModelList : public QObject {
    Q_OBJECT
public:
    explicit ModelList(Jobs& jobs) : jobs_(jobs) {}

    /// Reads and watches from now on.
    void start();
    bool isReady() const { return ready_; }
    /// By name.
    const std::vector<catalogue::RegisteredModel>& all() const { return models_; }
    const catalogue::RegisteredModel* find(const QString& name) const;
    void reload();

Q_SIGNALS:
    void changed();

private:
    Jobs& jobs_;
    std::unique_ptr<FolderWatch> watch_;
    std::vector<catalogue::RegisteredModel> models_;
    bool ready_ = false;
};

}  // namespace anneal::bridge
