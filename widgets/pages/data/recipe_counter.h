#pragma once
// Counts a recipe whenever it changes, as a job: what runs is dropped for what is newer.

#include <QTimer>

#include "bridge/services.h"
#include "pages/data/counted_recipe.h"

namespace anneal::pages {

class RecipeCounter : public QObject {
    Q_OBJECT
public:
    RecipeCounter(bridge::Services& services, data::Dataset dataset);
    ~RecipeCounter() override;

    /// A moment later, so that a burst of edits is counted once. Without an enabled step `counted` comes with null.
    void count(const data::Recipe& recipe);
    void cancel();
    bool isBusy() const { return job_ != 0 || soon_.isActive(); }
    const std::shared_ptr<const CountedRecipe>& last() const { return last_; }

Q_SIGNALS:
    void busyChanged();
    /// 0 … 1; below 0: not known yet.
    void progress(double share);
    void counted();
    void failed(const anneal::Error& error);

private:
    void start();
    void take(quint64 turn, Result<std::shared_ptr<const CountedRecipe>> result);

    bridge::Services& services_;
    data::Dataset dataset_;
    data::Recipe recipe_;
    QTimer soon_;
    quint64 job_ = 0;
    quint64 turn_ = 0;
    std::shared_ptr<const CountedRecipe> last_;
};

}  // namespace anneal::pages
