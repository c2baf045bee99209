#pragma once
// The steps of a recipe: dragged or moved by Alt with the arrows, switched by Space, opened in place by Return or a click.

#include <QListView>

#include "pages/data/recipe_model.h"

namespace anneal::pages {

class RecipeList : public QListView {
    Q_OBJECT
public:
    explicit RecipeList(RecipeModel& model, QWidget* parent = nullptr);

    /// The row that is open with its form below it; -1: none.
    int openRow() const { return open_; }
    /// Takes the form; null closes.
    void setOpen(int row, QWidget* form);
    QWidget* form() const { return form_; }
    int formHeight() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    /// A person wants that row's form; -1: none.
    void openWanted(int row);
    void chosenChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void place();

    RecipeModel& model_;
    QWidget* form_ = nullptr;
    int open_ = -1;
    bool placing_ = false;
};

}  // namespace anneal::pages
