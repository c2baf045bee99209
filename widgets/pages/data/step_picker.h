#pragma once
// All cleaning steps with what each is for, to be searched and chosen.

#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QWidget>

#include "data/clean/step.h"

class QListView;

namespace anneal::controls {
class SearchField;
}

namespace anneal::pages {

class StepPicker : public QWidget {
    Q_OBJECT
public:
    explicit StepPicker(QWidget* parent = nullptr);

    /// Empties the search and takes the focus.
    void begin();

Q_SIGNALS:
    void chosen(const anneal::data::StepKind* kind);
    void left();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void choose(const QModelIndex& index);

    QStandardItemModel steps_;
    QSortFilterProxyModel found_;
    controls::SearchField* search_;
    QListView* list_;
};

}  // namespace anneal::pages
