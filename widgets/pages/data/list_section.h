#pragma once
// All data sets of the project: opened, renamed, deleted and brought back.

#include <QSortFilterProxyModel>
#include <QWidget>

#include "pages/data/dataset_table.h"
#include "pages/page.h"

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace anneal::controls {
class Face;
class PageHeader;
class SearchField;
class Table;
}  // namespace anneal::controls

namespace anneal::pages {

class ListSection : public QWidget {
    Q_OBJECT
public:
    explicit ListSection(const Context& context);

    /// The data sets of the moment.
    void refresh();
    QString chosen() const;
    void rename();
    void removeChosen();

Q_SIGNALS:
    void opened(const QString& id);
    void importWanted();
    void chosenChanged();

private:
    QWidget* makeFull();
    void write();
    void finishRename();
    void showMenu(const QPoint& at);
    void tell(const Error& error);

    Context context_;
    DatasetTable model_;
    QSortFilterProxyModel sorted_;
    controls::PageHeader* header_;
    controls::SearchField* search_;
    controls::Table* table_;
    QPushButton* import_;
    QPushButton* rename_;
    QPushButton* remove_;
    QLineEdit* nameField_;
    QStackedWidget* faces_;
    controls::Face* empty_;
    controls::Face* busy_;
    QWidget* full_;
    QString renamed_;
};

}  // namespace anneal::pages
