#pragma once
// Samples by number with how long each is, worked out as they come into view; or only those with a problem.

#include <QAbstractListModel>
#include <QCache>
#include <QTimer>

#include "bridge/services.h"
#include "jobs/pool.h"
#include "pages/data/sample_lens.h"

namespace anneal::pages {

class SampleList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { number = Qt::UserRole, length };  ///< qint64 from 1; SampleLength where it is known

    explicit SampleList(bridge::Bridge& bridge, QObject* parent = nullptr);

    void setLens(std::shared_ptr<SampleLens> lens);
    /// Rows, from 0; nothing: all.
    void setOrder(std::optional<std::vector<std::int32_t>> order);
    std::int64_t rowAt(int index) const { return order_ ? (*order_)[std::size_t(index)] : index; }
    int indexOf(std::int64_t row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void ask();

    bridge::Bridge& bridge_;
    std::shared_ptr<SampleLens> lens_;
    std::optional<std::vector<std::int32_t>> order_;
    quint64 turn_ = 0;
    mutable QCache<qint64, std::vector<SampleLength>> windows_;
    mutable QSet<qint64> asked_;
    mutable QList<qint64> wanted_;
    mutable QTimer soon_;
    std::unique_ptr<jobs::JobPool> pool_;
};

}  // namespace anneal::pages

Q_DECLARE_METATYPE(anneal::pages::SampleLength)
