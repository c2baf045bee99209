#pragma once
// The models that may be chosen, to chat with or to export: found by a job and kept current.

#include <QObject>

#include "bridge/services.h"
#include "models/model_choice.h"

namespace anneal::pages {

class ChoiceList : public QObject {
    Q_OBJECT
public:
    explicit ChoiceList(bridge::Services& services);

    /// Looks again; all() is as it was until then.
    void reload();
    bool isReady() const { return ready_; }
    const std::vector<models::ModelChoice>& all() const { return choices_; }
    const models::ModelChoice* find(const QString& key) const;
    /// The result of a run, else its best checkpoint; null where it has made nothing.
    const models::ModelChoice* ofRun(const QString& id) const;
    /// The model that a run started from.
    const models::ModelChoice* baseOf(const models::ModelChoice& choice) const;

    /// Files and folders that a person opened; kept by the page.
    const QStringList& files() const { return files_; }
    void setFiles(const QStringList& files);

Q_SIGNALS:
    void changed();

private:
    bridge::Services& services_;
    std::vector<models::ModelChoice> choices_;
    QStringList files_;
    bool ready_ = false;
    bool reading_ = false;
    bool again_ = false;
};

}  // namespace anneal::pages
