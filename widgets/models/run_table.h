#pragma once
// Runs as rows: what they are, how they go. The rows follow what they are given, in its order.

#include <QAbstractTableModel>

#include "runs/run_overview.h"

namespace anneal::models {

class RunTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, baseModel, method, state, curve, best, progress, device, dataset, left, started };
    static constexpr int kColumns = started + 1;
    enum Role {
        cell = Qt::UserRole,  ///< what the column's delegate paints: ChipLook, SparklineValues, ProgressValue, or the run's id as text
        runId,
        sortKey
    };

    explicit RunTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// Tells views of what differs alone, so that selection and scrolling stay.
    void setRuns(std::vector<runs::RunOverview> runs);
    const runs::RunOverview& run(int row) const { return runs_[std::size_t(row)]; }
    /// -1: not there.
    int rowOf(const QString& id) const;
    /// Words are those of the language of the moment.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant display(const runs::RunOverview& run, int column) const;
    QVariant cellOf(const runs::RunOverview& run, int column) const;
    QVariant keyOf(const runs::RunOverview& run, int column) const;

    std::vector<runs::RunOverview> runs_;
};

}  // namespace anneal::models
