#pragma once
// The rows of a data set: searched, filtered, counted, with what a recipe does to them.

#include <QWidget>

#include "pages/data/change_table.h"
#include "pages/data/recipe_counter.h"
#include "pages/data/row_table.h"
#include "pages/page.h"

class QMenu;
class QPushButton;
class QToolButton;

namespace anneal::controls {
class Card;
class InlineMessage;
class Label;
class SearchField;
class Segments;
class Spinner;
}  // namespace anneal::controls

namespace anneal::pages {

class TableTab : public QWidget {
    Q_OBJECT
public:
    TableTab(const Context& context, RowFeed& feed);

    /// What the panel counts and which step is chosen there; null: no recipe, or not counted yet.
    void setPreview(std::shared_ptr<const CountedRecipe> counted, int step, const QString& stepName);
    void goToRow();
    void goTo(std::int64_t number);
    void find();
    void findNext(bool forward);
    void copy() { table_->copyCells(); }
    void copyRows();
    /// "Showing rows 20,511–20,521" for the bottom line.
    QString place() const;
    RowModel& rows() { return *rows_; }
    RowTable& table() { return *table_; }

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

Q_SIGNALS:
    void placeChanged();
    /// Return or a double click on a cell.
    void cellOpened(const QModelIndex& index);
    void cellChosen(const QModelIndex& index);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeTools();
    QWidget* makeChanges();
    void filter();
    void takeMatches(quint64 turn, Result<RowOrder> found);
    void apply();
    void showChanges();
    void showColumns();
    void write();

    Context context_;
    RowFeed& feed_;
    RowModel* rows_;
    RowTable* table_;
    ChangeTable changes_;
    controls::SearchField* search_;
    controls::Spinner* searching_;
    QPushButton* columns_;
    QMenu* columnMenu_;
    QPushButton* touched_;
    controls::Label* figures_;
    controls::Segments* mode_;
    controls::InlineMessage* error_;
    controls::Label* nothing_;
    controls::Card* changesCard_;
    controls::Segments* changesKind_;
    controls::Table* changesTable_;
    std::shared_ptr<const CountedRecipe> counted_;
    int step_ = -1;
    QString stepName_;
    std::shared_ptr<const RowOrder> matches_;
    quint64 job_ = 0, turn_ = 0;
};

}  // namespace anneal::pages
