#pragma once
// All runs as rows that can be ticked for a comparison, and what of them is listed.

#include <QSet>
#include <QSortFilterProxyModel>

#include "models/run_table.h"

namespace anneal::pages {

/// Runs whose names carry a check box.
class TickTable : public models::RunTable {
    Q_OBJECT
public:
    using RunTable::RunTable;

    /// Ids in the order in which they were ticked.
    const QStringList& ticked() const { return ticked_; }
    void setTicked(const QStringList& ids);

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void tickedChanged();

private:
    QStringList ticked_;
};

/// By words, state, and whether they are laid aside; sorted by what the columns mean, not by their words.
class RunFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class States { all, live, done, ended };

    explicit RunFilter(TickTable& table, QObject* parent = nullptr);

    /// Each of its words in the name, id, model, data set, method or state.
    void setText(const QString& text);
    void setStates(States states);
    void setArchived(bool archived);
    int countOf(States states) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    bool saysAll(const runs::RunOverview& run) const;

    TickTable& table_;
    QStringList words_;
    States states_ = States::all;
    bool archived_ = false;
};

}  // namespace anneal::pages
