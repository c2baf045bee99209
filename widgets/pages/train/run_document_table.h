#pragma once
// Drafts or presets of runs as rows: name, what they are, when they were changed.

#include <QAbstractTableModel>

#include "bridge/documents.h"

namespace anneal::pages {

class RunDocumentTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class What { drafts, presets };
    enum Column { name, method, detail, changed };
    static constexpr std::array<int, changed> kWidths{280, 200, 280};  // the last column takes the rest

    explicit RunDocumentTable(What what, QObject* parent = nullptr) : QAbstractTableModel(parent), what_(what) {}

    void setDocuments(const QList<bridge::Document>& documents);
    const bridge::Document& document(int row) const { return documents_[row]; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(documents_.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : kWidths.size() + 1; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    What what_;
    QList<bridge::Document> documents_;
};

}  // namespace anneal::pages
