#pragma once
// One data set, opened: its rows, its recipe, its profile, its samples, its versions.

#include <QWidget>

#include "pages/data/recipe_panel.h"
#include "pages/data/table_tab.h"
#include "pages/data/text_reader.h"

class QStackedWidget;

namespace anneal::controls {
class PageHeader;
class SidePanel;
class Tabs;
}  // namespace anneal::controls

namespace anneal::pages {

class DatasetSection : public QWidget {
    Q_OBJECT
public:
    DatasetSection(const Context& context, const bridge::DatasetEntry& entry, data::Dataset dataset);
    ~DatasetSection() override;

    const QString& id() const { return id_; }
    TableTab& table() { return *table_; }
    RecipePanel& recipe() { return *recipe_; }
    void setTab(int tab);
    int tabCount() const;
    /// To the rows, so that the keys of the page work at once.
    void takeFocus();
    void openPanel();
    void showVersions();
    void showSplit();
    void train();
    /// Where the list of data sets is another: version numbers.
    void refresh();

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);
    PageStatus status() const;

Q_SIGNALS:
    void backWanted();
    void statusChanged();

private:
    void preview();
    void openCell(const QModelIndex& index);
    void showCell(const QModelIndex& index);
    void closeReader();
    void apply(const data::Recipe& recipe);
    void keepRecipe();
    QWidget* tab(int at);
    void write();

    Context context_;
    QString id_;
    data::Dataset dataset_;
    std::unique_ptr<RowFeed> feed_;
    controls::PageHeader* header_;
    controls::Tabs* tabs_;
    QStackedWidget* pages_;
    QStackedWidget* panels_;
    controls::SidePanel* side_;
    TableTab* table_;
    RecipePanel* recipe_;
    TextReader* reader_;
    QPushButton* openRecipe_;
    QPushButton* versions_;
    QPushButton* train_;
    std::vector<std::function<QWidget*()>> makers_;
    std::vector<QWidget*> made_;
    quint64 cellTurn_ = 0;
};

}  // namespace anneal::pages
