#pragma once
// The versions of a data set, newest first: what each step did to get there, and the way back to an earlier one.

#include <QWidget>

#include "pages/data/lineage.h"
#include "pages/page.h"

namespace anneal::controls {
class IconButton;
class Label;
class ScrollColumn;
}  // namespace anneal::controls

namespace anneal::pages {

class VersionsPanel : public QWidget {
    Q_OBJECT
public:
    VersionsPanel(const Context& context, const QString& id);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    QWidget* makeCard(const Family& family, const bridge::DatasetEntry& entry);
    void restore(const QString& id);

    Context context_;
    QString id_;
    controls::Label* title_;
    controls::IconButton* close_;
    controls::ScrollColumn* list_;
};

/// "Exact duplicates: −12 rows", a line a step; of a restored version which one it was.
QStringList storyOf(const bridge::DatasetEntry& entry);

}  // namespace anneal::pages
