#pragma once
// Documents of one kind as rows: what they are about, and when they were last changed.

#include <QAbstractTableModel>

#include "bridge/documents.h"

namespace anneal::pages {

class DocumentTable : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Column {
        QString title;
        std::function<QString(const bridge::Document&)> text;
        bool right = false;  ///< figures
    };

    enum class Order { byName, newestFirst };
    DocumentTable(bridge::Documents& documents, const QString& kind, Order order, QObject* parent = nullptr);

    /// In the language of the moment; a column of times is added as the last.
    void setColumns(std::vector<Column> columns);
    const bridge::Document& document(int row) const { return rows_[row]; }
    int rowOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();

    bridge::Documents& documents_;
    QString kind_;
    Order order_;
    QList<bridge::Document> rows_;
    std::vector<Column> columns_;
};

}  // namespace anneal::pages
