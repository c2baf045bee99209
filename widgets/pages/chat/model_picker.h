#pragma once
// The models that may be chosen, below the button that asks for one: found by typing, grouped as they came.

#include <QFrame>

#include "models/model_choice.h"

class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace anneal::controls {
class SearchField;
}

namespace anneal::pages {

class ModelPicker : public QFrame {
    Q_OBJECT
public:
    explicit ModelPicker(QWidget* parent);

    /// Opens below `anchor`, at `current`.
    void open(QWidget& anchor, const std::vector<models::ModelChoice>& choices, const QString& current);

Q_SIGNALS:
    void chosen(const QString& key);
    /// A file or a folder from elsewhere is wanted.
    void elsewhere();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void take();

    controls::SearchField* search_;
    QListView* list_;
    QStandardItemModel* model_;
    QSortFilterProxyModel* found_;
};

}  // namespace anneal::pages
