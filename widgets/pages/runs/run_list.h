#pragma once
// The list of runs: found by words and state, sorted by any column, ticked for a comparison.

#include <QJsonObject>
#include <QWidget>

#include "pages/page.h"
#include "pages/runs/run_list_model.h"

class QPushButton;
class QStackedLayout;

namespace anneal::controls {
class Face;
class IconButton;
class Label;
class PageHeader;
class SearchField;
class Segments;
class Switch;
class Table;
}  // namespace anneal::controls

namespace anneal::pages {

class RunList : public QWidget {
    Q_OBJECT
public:
    RunList(const Context& context, const QList<QAction*>& rowActions);

    void refresh();
    /// The ticked runs, or the one that the keyboard is at.
    std::vector<runs::RunOverview> chosen() const;
    const QStringList& ticked() const { return model_.ticked(); }
    void setTicked(const QStringList& ids) { model_.setTicked(ids); }
    /// The ids as they are listed.
    QStringList listed() const;
    void find();
    void showArchived(bool archived);
    bool showsArchived() const;

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

Q_SIGNALS:
    void opened(const QString& id);
    void compareWanted(const QStringList& ids);
    void chosenChanged();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFull();
    QWidget* makeTools();
    void openColumns();
    void showColumns();
    void openActions(const QPoint& at);
    void writeCounts();
    void writeFaces();
    const runs::RunOverview* current() const;

    Context context_;
    QList<QAction*> rowActions_;
    QSet<int> hidden_;  ///< columns that the person does not want
    TickTable model_;
    RunFilter filter_;
    controls::PageHeader* header_;
    QPushButton* compare_;
    QPushButton* start_;
    controls::SearchField* search_;
    controls::Segments* states_;
    controls::Switch* archived_;
    controls::IconButton* columns_;
    controls::IconButton* more_;
    controls::Label* ticks_;
    QPushButton* untick_;
    controls::Table* table_;
    QStackedLayout* faces_;
    controls::Face* busy_;
    controls::Face* empty_;
    controls::Face* error_ = nullptr;
    QStackedLayout* rows_;
    controls::Face* none_;
};

}  // namespace anneal::pages
