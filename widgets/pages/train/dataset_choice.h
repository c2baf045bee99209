#pragma once
// The data sets that a run can learn from, each with a check mark: one or several are chosen.

#include <QAbstractTableModel>

#include "bridge/dataset_list.h"

namespace anneal::pages {

class DatasetChoice : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { name, rows, shape, made };
    static constexpr std::array<int, made> kWidths{320, 120, 180};  // the last column takes the rest

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const std::vector<const bridge::DatasetEntry*>& entries, const std::vector<std::string>& chosen);
    /// Those of `references` that are in the list; says nothing to chosenChanged.
    void setChosen(const std::vector<std::string>& references);
    /// As RUN.yaml names them, in the order of the list. One that is not in the list stays chosen.
    std::vector<std::string> chosen() const;
    int firstChosen() const;
    void toggle(const QModelIndex& index);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(entries_.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : made + 1; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// By the person.
    void chosenChanged();

private:
    struct Entry {
        QString id;
        std::string path;
        std::int64_t rows;
        data::Shape shape;
        QDateTime made;
        bool chosen = false;
    };

    std::vector<Entry> entries_;
    std::vector<std::string> others_;
};

}  // namespace anneal::pages
