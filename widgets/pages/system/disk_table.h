#pragma once
// What fills the disk, as rows: what it is, how much, what depends on it.

#include <QAbstractTableModel>

#include "runs/disk_use.h"

namespace anneal::pages {

class DiskTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, kind, size, usedBy, changed };
    static constexpr int kColumns = changed + 1;
    enum Role { sortKey = Qt::UserRole };

    explicit DiskTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setItems(std::vector<runs::DiskItem> items);
    const runs::DiskItem& item(int row) const { return items_[std::size_t(row)]; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<runs::DiskItem> items_;
};

/// "Data set", "Cache": in the language of the moment.
QString kindText(runs::DiskItem::Kind kind);
/// What people call it: a cache by what it holds.
QString nameText(const runs::DiskItem& item);
/// As the language lists them.
QString listed(const std::vector<std::string>& names);

}  // namespace anneal::pages
