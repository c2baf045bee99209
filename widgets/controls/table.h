#pragma once
// A table as every page has it: rows of one height with a line below, whole rows chosen and hovered, no grid, elided cells that
// show the whole in their tool tip. Headers keep the sort order; columns keep their widths.

#include <QTableView>

namespace anneal::controls {

class Table : public QTableView {
    Q_OBJECT
public:
    enum class Rows { standard, compact, withControls };

    explicit Table(const QString& name, Rows rows = Rows::standard, QWidget* parent = nullptr);

    /// Gives `column` the room that the others leave; else the last has it. After a model is set and kept widths are restored.
    void stretch(int column);

Q_SIGNALS:
    /// By a double click or Return.
    void opened(const QModelIndex& index);

protected:
    bool viewportEvent(QEvent* event) override;
    void initViewItemOption(QStyleOptionViewItem* option) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void hover(int row);
};

}  // namespace anneal::controls
