#pragma once
// The parts of a page, one below the other; the chosen one is lit.

#include <QListView>
#include <QStandardItemModel>

namespace anneal::pages {

class NavList : public QListView {
    Q_OBJECT
public:
    explicit NavList(QWidget* parent = nullptr);
    void add(std::string_view icon);
    void setName(int row, const QString& name);
    int chosen() const { return currentIndex().row(); }
    void choose(int row);

Q_SIGNALS:
    void chosenChanged(int row);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    QStandardItemModel model_;
};

}  // namespace anneal::pages
