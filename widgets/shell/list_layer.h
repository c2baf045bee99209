#pragma once
// A floating list: its title, how many, a link that clears it; then a row each, or a line on what will be here.

#include <QPushButton>
#include <QVBoxLayout>

#include "shell/layers.h"

namespace anneal::controls {
class Label;
class ScrollColumn;
}  // namespace anneal::controls

namespace anneal::shell {

/// A row over a line.
class ListRow : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* event) override;
};

class ListLayer : public Layer {
    Q_OBJECT
public:
    ListLayer();
    QSize sizeHint() const override;

Q_SIGNALS:
    void cleared();
    /// The list is longer or shorter.
    void resized();
    /// Time to close: something else comes to the front.
    void left();

protected:
    void setWords(const QString& title, const QString& clear, const QString& empty);
    /// Of the header; an empty text takes it away.
    void setCount(const QString& count);
    void setClearable(bool clearable);
    /// The rows as they are now, in this order; the layer owns them.
    void setRows(const std::vector<ListRow*>& rows);

private:
    controls::Label* title_;
    controls::Label* count_;
    QPushButton* clear_;
    controls::Label* empty_;
    controls::ScrollColumn* area_;
    std::vector<ListRow*> rows_;
};

/// `rows` with as many as `wanted`, made by `make` or deleted from the end.
template <class Row, class Make>
void fitRows(std::vector<Row*>& rows, std::size_t wanted, Make make) {
    for (; rows.size() > wanted; rows.pop_back()) delete rows.back();
    while (rows.size() < wanted) rows.push_back(make());
}

}  // namespace anneal::shell
