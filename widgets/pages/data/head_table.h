#pragma once
// The first rows of what is to be imported, each column under its role.

#include <QAbstractTableModel>
#include <QHeaderView>

#include "pages/data/import_probe.h"

namespace anneal::pages {

class HeadTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        partRole = Qt::UserRole,  ///< of a header: the role in words; empty: none
        iconRole                  ///< of its type
    };

    explicit HeadTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setProbe(std::shared_ptr<const Probe> probe);
    void setMapping(const data::Mapping& mapping);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Probe> probe_;
    data::Mapping mapping_;
};

/// A column's name with its role as a chip below.
class RoleHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit RoleHeader(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

}  // namespace anneal::pages
