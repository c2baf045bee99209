#pragma once
// The thread that reads rows for the table: what was asked for last comes first, and what nobody looks at any more not at all.

#include <deque>
#include <functional>

#include <QObject>

#include "bridge/bridge.h"
#include "jobs/pool.h"
#include "pages/data/row_windows.h"

namespace anneal::pages {

class RowFeed : public QObject {
    Q_OBJECT
public:
    RowFeed(bridge::Bridge& bridge, data::Dataset dataset);
    ~RowFeed() override;

    const data::Dataset& dataset() const { return windows_->dataset(); }
    std::int64_t size(const Showing& showing) const { return windows_->size(showing); }

    /// Answered by `came` or `failed`, unless more than a few others are asked for meanwhile: then by `passed`.
    void ask(const Showing& showing, qint64 first, int count);
    /// Forgets what was asked for and not begun.
    void forget() { waiting_.clear(); }
    /// A cell's whole text, before the windows that wait.
    void askCell(const Showing& showing, RowPlace place, const std::string& column, std::function<void(Result<WholeCell>)> take);

Q_SIGNALS:
    void came(const anneal::pages::Showing& showing, qint64 first, const std::vector<anneal::pages::ShownRow>& rows);
    void passed(qint64 first);
    void failed(const anneal::Error& error);

private:
    struct Asked {
        Showing showing;
        qint64 first = 0;
        int count = 0;
    };

    void next();

    bridge::Bridge& bridge_;
    std::shared_ptr<RowWindows> windows_;
    std::deque<Asked> waiting_;
    bool reading_ = false;
    std::unique_ptr<jobs::JobPool> pool_;
};

}  // namespace anneal::pages
