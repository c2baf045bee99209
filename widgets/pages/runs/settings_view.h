#pragma once
// What a run was told, beside the defaults or another run.

#include <QJsonObject>
#include <QWidget>

#include "pages/page.h"
#include "pages/runs/compare_table.h"

class QComboBox;

namespace anneal::controls {
class IconButton;
class SearchField;
class Switch;
class Table;
}  // namespace anneal::controls

namespace anneal::pages {

class SettingsView : public QWidget {
    Q_OBJECT
public:
    explicit SettingsView(const Context& context, QWidget* parent = nullptr);

    void show(const runs::RunOverview& run);
    QWidget* tools() { return tools_; }
    void find();

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

private:
    void makeTools();
    void listOthers();
    void write();

    Context context_;
    runs::RunOverview run_;
    CompareTable model_;
    CompareFilter filter_;
    QWidget* tools_;
    QComboBox* other_;
    controls::Switch* only_;
    controls::SearchField* search_;
    controls::IconButton* copy_;
    controls::Table* table_;
};

}  // namespace anneal::pages
