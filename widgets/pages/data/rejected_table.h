#pragma once
// Rows that could not be kept: where they stand, why, and how they begin.

#include <QAbstractTableModel>

#include "data/sources/source.h"

namespace anneal::pages {

class RejectedTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { row, line, reason, text };

    explicit RejectedTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setRows(std::vector<data::Rejection> rejected);
    void retranslate() { Q_EMIT headerDataChanged(Qt::Horizontal, 0, text); }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(rejected_.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : text + 1; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<data::Rejection> rejected_;
};

}  // namespace anneal::pages
