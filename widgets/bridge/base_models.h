#pragma once
// Everything that a run can start from: the models on this machine and those of the catalogue that are not here yet, each with its
// shapes. Main thread only; configurations are read by a job.

#include <map>

#include "bridge/model_list.h"
#include "catalogue/families.h"

namespace anneal::bridge {

struct BaseModel {
    QString name;                ///< as the register or the catalogue has it
    std::filesystem::path path;  ///< empty: not on this machine
    std::uint64_t bytes = 0;     ///< of the weights
    catalogue::ModelConfig config;
    const catalogue::CatalogueModel* known = nullptr;  ///< its entry in the catalogue, where it has one

    bool isHere() const { return !path.empty(); }
    /// What RUN.yaml calls it.
    std::string reference() const { return isHere() ? path.string() : name.toStdString(); }
};

class BaseModels : public QObject {
    Q_OBJECT
public:
    BaseModels(ModelList& list, Jobs& jobs);

    /// Every configuration was read.
    bool isReady() const { return ready_; }
    /// Those on this machine by name, then the catalogue's from small to large.
    const std::vector<BaseModel>& all() const { return all_; }
    /// By its path, its name, or the last part of its name.
    const BaseModel* find(const std::string& reference) const;
    /// A folder that has no name here, for instance of a RUN.yaml that was opened: found by its path once it was read.
    void include(const std::filesystem::path& folder);
    /// Why a folder could not be read; empty where it was.
    QString problem(const std::filesystem::path& folder) const;

Q_SIGNALS:
    void changed();

private:
    struct Read;

    void read();
    void take(const Read& read);

    ModelList& list_;
    Jobs& jobs_;
    std::vector<std::filesystem::path> included_;
    std::vector<BaseModel> all_;
    std::map<std::filesystem::path, QString> problems_;
    bool ready_ = false;
};

}  // namespace anneal::bridge
