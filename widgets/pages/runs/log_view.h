#pragma once
// The log of a run: by level and words, following the newest line until one looks back.

#include <QJsonObject>
#include <QSortFilterProxyModel>
#include <QWidget>

#include "pages/runs/log_model.h"

class QListView;

namespace anneal::controls {
class Face;
class IconButton;
class SearchField;
class Segments;
class Switch;
}  // namespace anneal::controls

namespace anneal::pages {

class LogView : public QWidget {
    Q_OBJECT
public:
    explicit LogView(QWidget* parent = nullptr);

    LogModel& log() { return model_; }
    /// What stands beside the tabs while the log shows.
    QWidget* tools() { return tools_; }
    void find();
    void showErrors();
    void setFollows(bool follows);

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

private:
    class Filter;
    class Line;

    void makeTools();
    void writeCounts();
    void followNewest();
    void copy();

    LogModel model_;
    Filter* filter_;
    QListView* list_;
    QWidget* tools_;
    controls::Segments* levels_;
    controls::SearchField* search_;
    controls::Switch* follow_;
    controls::IconButton* copy_;
};

}  // namespace anneal::pages
