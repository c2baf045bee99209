#pragma once
// Examples of what one step does: cells before and after, or rows that go and why.

#include <QAbstractTableModel>

#include "pages/data/counted_recipe.h"

namespace anneal::pages {

class ChangeTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Kind { changed, dropped };
    enum Role { cell = Qt::UserRole, rowNumber };

    explicit ChangeTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// Null empties it.
    void show(std::shared_ptr<const CountedRecipe> counted, int step, Kind kind);
    Kind kind() const { return kind_; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const CountedRecipe> counted_;
    int step_ = -1;
    Kind kind_ = Kind::changed;
};

}  // namespace anneal::pages
