#pragma once
// The conversations that were had: opened, deleted, brought back.

#include <QWidget>

#include "pages/document_table.h"
#include "pages/page.h"

class QStackedLayout;

namespace anneal::controls {
class Table;
}

namespace anneal::pages {

class HistoryView : public QWidget {
    Q_OBJECT
public:
    explicit HistoryView(const Context& context);
    int count() const { return model_.rowCount(); }

Q_SIGNALS:
    void opened(const QString& id);
    /// It went; open ones are to be closed.
    void removed(const QString& id);
    void countChanged();

private:
    void refresh();
    void remove();
    QString chosen() const;

    Context context_;
    DocumentTable model_;
    controls::Table* table_;
    QStackedLayout* faces_;
    QWidget* open_;
    QWidget* remove_;
};

}  // namespace anneal::pages
