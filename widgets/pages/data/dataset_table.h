#pragma once
// Data sets as rows, one for each family of versions, which stands for its newest.

#include <QAbstractTableModel>

#include "pages/data/lineage.h"

namespace anneal::pages {

class DatasetTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, rows, columns, shape, size, versions, changed };
    static constexpr int kColumns = changed + 1;
    enum Role {
        datasetId = Qt::UserRole,
        cell,    ///< of the shape: its chip
        sortKey  ///< what a column sorts by
    };

    explicit DatasetTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    struct Row {
        QString id;
        QString source;
        std::int64_t rows = 0;
        int columns = 0;
        data::Shape shape = data::Shape::table;
        std::uint64_t bytes = 0;
        int versions = 1;
        QDateTime changed;
        bool operator==(const Row&) const = default;
    };
    static Row rowOf(const Family& family);

    /// Tells views of what differs alone, so that selection and scrolling stay.
    void setRows(std::vector<Row> rows);
    const Row& row(int at) const { return rows_[std::size_t(at)]; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Row> rows_;
};

}  // namespace anneal::pages
