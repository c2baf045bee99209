#pragma once
// The table of a data set's rows: cells are chosen and copied, long ones open beside it.

#include "controls/table.h"
#include "pages/data/row_model.h"

namespace anneal::pages {

class RowTable : public controls::Table {
    Q_OBJECT
public:
    explicit RowTable(QWidget* parent = nullptr);

    /// Takes no ownership. Columns get a width that suits their type.
    void setRows(RowModel* model);
    RowModel* rows() const { return rows_; }
    /// Chosen cells as tab-separated text, or chosen rows' as JSON lines. False while some of them are not read yet.
    bool copyCells();
    /// Brings a row to the middle and its cell to the front.
    void showCell(int row, int column);

Q_SIGNALS:
    void cellChosen(const QModelIndex& index);
    /// Some of what should be copied is not read yet.
    void copyWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void widen();

    RowModel* rows_ = nullptr;
    int columns_ = 0;  ///< that have a width
};

}  // namespace anneal::pages
